package dev.mainstay.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.mainstay.config.Refusal;
import dev.mainstay.deployed.PulumiJson;
import dev.mainstay.graph.GraphJson;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.text.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The earlier version of a stack, from a file or from the configuration of a git revision. */
final class EarlierVersion {
  /** A version that was read and not yet compared with a plan. */
  private interface Reading {
    Versions before(ResourceGraph planned, DeployedVersion.Capture program) throws IOException;
  }

  private final String named;
  private final StackFile file;
  private final StackProgram.Source programs;

  EarlierVersion(String named, StackFile file, StackProgram.Source programs) {
    this.named = named;
    this.file = file;
    this.programs = programs;
  }

  /**
   * This version and the planned one, in such a form that only what changes differs.
   *
   * @param program what {@code planned} is the plan of
   */
  Versions before(ResourceGraph planned, StackProgram program) throws IOException {
    Path path = Path.of(named);
    if (!Files.isRegularFile(path)) {
      return new Versions(ofRevision(), planned);
    }
    Reading reading = JsonInput.read(named, Utf8.read(path), this::ofJson);
    return reading.before(
        planned,
        outputs ->
            GraphCapture.of(
                file.project(), file.stack(), program.region(), outputs, program.declare()));
  }

  /** A captured graph, several of them, or what Pulumi exports. */
  private Reading ofJson(String json) throws IOException {
    JsonElement root = JsonParser.parseString(json);
    if (!root.isJsonObject()) {
      throw new JsonParseException("not a plan: no JSON object");
    }
    JsonObject object = root.getAsJsonObject();
    if (object.get("stacks") instanceof JsonArray all) {
      for (JsonElement each : all) {
        if (each.getAsJsonObject().get("stack").getAsString().equals(file.stack())) {
          return planned(GraphJson.read(each.toString()));
        }
      }
      throw new IOException("%s has no stack %s.".formatted(named, file.stack()));
    }
    if (object.has("deployment") || object.has("steps")) {
      return new DeployedVersion(PulumiJson.read(json).before())::before;
    }
    ResourceGraph graph = GraphJson.read(json);
    if (!file.stack().equals(graph.stack())) {
      throw new IOException(
          "%s belongs to stack %s, not to %s.".formatted(named, graph.stack(), file.stack()));
    }
    return planned(graph);
  }

  /** Ids that a plan makes up are the same in every plan. */
  private static Reading planned(ResourceGraph before) {
    return (planned, program) -> new Versions(before, planned);
  }

  private ResourceGraph ofRevision() throws IOException {
    Path folder = file.path().toAbsolutePath().getParent();
    Path earlier = Files.createTempDirectory("mainstay").resolve(file.path().getFileName());
    try {
      Files.write(earlier, git(folder, named + ":./" + file.path().getFileName()));
      var then = new StackFile(earlier, file.stack());
      StackProgram program = programs.of(file.project(), file.stack(), then.config());
      return PlanCommand.capture(file, program);
    } catch (Refusal refusal) {
      throw new Refusal(
          "The configuration of stack %s at %s".formatted(file.stack(), named), refusal.problems());
    } finally {
      Files.deleteIfExists(earlier);
      Files.delete(earlier.getParent());
    }
  }

  private byte[] git(Path folder, String object) throws IOException {
    Process git =
        new ProcessBuilder("git", "show", "--end-of-options", object)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    byte[] output = git.getInputStream().readAllBytes();
    try {
      if (git.waitFor() == 0) {
        return output;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException(
        "--against %s is neither a file nor a git revision with %s: %s"
            .formatted(
                named,
                file.path().getFileName(),
                new String(output, StandardCharsets.UTF_8).strip()));
  }
}
