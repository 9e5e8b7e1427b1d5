package dev.mainstay.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The templates that lie beside this class. */
final class Templates {
  private Templates() {}

  /** One that escapes everything it prints with {@code escaper}. */
  static Template of(String name, Mustache.Escaper escaper) {
    return compiled(Mustache.compiler().withEscaper(escaper), name);
  }

  /** A file as it is. */
  static String verbatim(String name) {
    try (InputStream file = open(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Template compiled(Mustache.Compiler compiler, String name) {
    return compiler.emptyStringIsFalse(true).withLoader(Templates::reader).compile(verbatim(name));
  }

  private static Reader reader(String name) {
    return new InputStreamReader(open(name), StandardCharsets.UTF_8);
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Templates.class.getResourceAsStream(name), name);
  }
}
