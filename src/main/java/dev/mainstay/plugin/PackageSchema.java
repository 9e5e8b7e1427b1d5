package dev.mainstay.plugin;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What other languages know of the components. The file is made from the args classes and their
 * Javadoc; a test fails when it is stale.
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
