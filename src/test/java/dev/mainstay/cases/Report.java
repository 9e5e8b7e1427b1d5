package dev.mainstay.cases;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mainstay.plan.Ran;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the command line reports.
 *
 * @param ran exit status and output
 * @param json what {@code --json} wrote; empty if the command was refused
 */
record Report(Ran ran, JsonObject json) {

  static Report analyze(Path input, Path folder) {
    return of(folder, "analyze", input.toString());
  }

  static Report plan(Path configuration, Path folder) {
    return of(folder, "plan", configuration.toString());
  }

  static Report planAgainst(Path earlier, Path configuration, Path folder) {
    return of(folder, "plan", configuration.toString(), "--against", earlier.toString());
  }

  /** The report in {@code folder}, where {@link #planAgainst} can read it. */
  static Path fileIn(Path folder) {
    return folder.resolve("report.json");
  }

  private static Report of(Path folder, String... command) {
    try {
      Files.createDirectories(folder);
      Path json = fileIn(folder);
      Files.deleteIfExists(json);
      Ran ran =
          Ran.command(
              Stream.concat(Stream.of(command), Stream.of("--json", json.toString()))
                  .toArray(String[]::new));
      return new Report(
          ran,
          Files.exists(json)
              ? JsonParser.parseString(Files.readString(json)).getAsJsonObject()
              : new JsonObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isRefused() {
    return json.size() == 0;
  }

  JsonObject resilience() {
    return json.getAsJsonObject("resilience");
  }

  List<JsonObject> verdicts() {
    return objects(resilience().getAsJsonArray("verdicts"));
  }

  List<JsonObject> controls() {
    return objects(json.getAsJsonArray("posture"));
  }

  /** Empty without an earlier version to compare with. */
  List<JsonObject> changes() {
    return json.has("changes") ? objects(json.getAsJsonArray("changes")) : List.of();
  }

  static List<JsonObject> objects(JsonArray array) {
    return array.asList().stream().map(each -> each.getAsJsonObject()).toList();
  }
}
