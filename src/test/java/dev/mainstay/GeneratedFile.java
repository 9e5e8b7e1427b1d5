package dev.mainstay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that is made from the code. */
public final class GeneratedFile {
  private GeneratedFile() {}

  /** Fails if the file is stale; with {@code MAINSTAY_UPDATE=true} writes it instead. */
  public static void hold(String name, String content) throws IOException {
    Path file = Path.of(name);
    if ("true".equals(System.getenv("MAINSTAY_UPDATE"))) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, content);
    }
    assertThat(file)
        .as("%s is made from the code; run MAINSTAY_UPDATE=true mvn test", name)
        .content()
        .isEqualTo(content);
  }
}
