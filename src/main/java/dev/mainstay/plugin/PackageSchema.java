package dev.mainstay.plugin;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The package schema for other languages. A test generates the file from the args classes and their
 * Javadoc, and fails if it is outdated.
 */
record PackageSchema(String json) {
  static PackageSchema shipped() {
    try (var file = PackageSchema.class.getResourceAsStream("schema.json")) {
      return new PackageSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String version() {
    return JsonParser.parseString(json).getAsJsonObject().get("version").getAsString();
  }
}
