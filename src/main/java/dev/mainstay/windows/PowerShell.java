package dev.mainstay.windows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/** The PowerShell scripts of the program. */
public final class PowerShell {
  private PowerShell() {}

  /** The functions that install the web server, at boot and in an image. */
  public static String webServer() {
    return read(PowerShell.class, "web-server.ps1");
  }

  /** The script beside a class, without comments, since user data has a size limit. */
  public static String read(Class<?> owner, String name) {
    try (InputStream script = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.strip().startsWith("#"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
