package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mainstay.cases.TwoReaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Of one stack, its program, its export and its preview say the same. */
final class Readings {
  private Readings() {}

  /** Fails unless the export is judged as the plan of the settings, and changes nothing. */
  static void holdAlike(String state, Path settings) {
    Path folder = folder();
    Path export = written(folder, "export.json", export(state));
    var readers = new TwoReaders(folder);

    assertThat(readers.differences(export, settings)).as("export beside plan").isEmpty();
    assertThat(readers.changes(export, settings)).as("plan against export").isEmpty();
  }

  /** Fails unless the analysis of a preview that changes nothing says so. */
  static void holdUnchanged(String preview) {
    Path folder = folder();

    assertThat(new TwoReaders(folder).changes(written(folder, "preview.json", preview)))
        .as("unchanged preview")
        .isEmpty();
  }

  /** As {@code pulumi stack export} writes what lies in the backend. */
  private static String export(String state) {
    var export = new JsonObject();
    export.add(
        "deployment",
        JsonParser.parseString(state)
            .getAsJsonObject()
            .getAsJsonObject("checkpoint")
            .get("latest"));
    return export.toString();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("readings");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path written(Path folder, String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
