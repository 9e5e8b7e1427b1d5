package dev.mainstay.engine;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mainstay.deployed.PulumiJson;
import dev.mainstay.disruption.Disruption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A stack and what the CLI does with it. */
final class EngineStack {
  private static final int PATIENCE_MINUTES = 5;

  private final Workspace workspace;
  private final String name;

  EngineStack(Workspace workspace, String name) {
    this.workspace = workspace;
    this.name = name;
  }

  Outcome preview() {
    return run(onStack("preview"));
  }

  /** A preview with every property. */
  Outcome previewInDetail() {
    return run(onStack("preview", "--diff"));
  }

  /** The steps that an up would take. If there are none, an analysis says so too. */
  Plan plan() {
    var preview = run(onStack("preview", "--json", "--show-sames")).orFail().output();
    var plan = new Plan(preview);
    if (plan.changes().isEmpty()) {
      Readings.holdUnchanged(preview.substring(preview.indexOf('{')));
    }
    return plan;
  }

  /** What the plan says of an up, given a preview of it. */
  Disruption disruption() {
    var output = run(onStack("preview", "--json", "--show-sames")).orFail().output();
    var preview = PulumiJson.read(output.substring(output.indexOf('{')));
    return Disruption.between(
        preview.before().graph(), preview.after().graph(), List.of(), preview.steps());
  }

  /** The steps that an up would take if the settings were edited so. */
  Plan planWith(UnaryOperator<String> edit) {
    return edited(edit, this::plan);
  }

  /** What a preview says if the settings are edited so. */
  Outcome previewWith(UnaryOperator<String> edit) {
    return edited(edit, this::preview);
  }

  private <T> T edited(UnaryOperator<String> edit, Supplier<T> command) {
    var before = settings();
    edit(edit);
    try {
      return command.get();
    } finally {
      write(before);
    }
  }

  /** Edits the settings file; fails if that changes nothing. */
  void edit(UnaryOperator<String> edit) {
    var before = settings();
    var after = edit.apply(before);
    if (after.equals(before)) {
      throw new AssertionError("the edit changed nothing of\n" + before);
    }
    write(after);
  }

  /** Brings the stack up; what is then deployed reads as its plan. */
  Outcome up(String... options) {
    var up = run(onStack(with(new String[] {"up", "--yes", "--skip-preview"}, options)));
    if (up.ok() && workspace.runsThisProject()) {
      Readings.holdAlike(stateText(), settingsFile());
    }
    return up;
  }

  Outcome refresh() {
    return run(onStack("refresh", "--yes", "--skip-preview", "--expect-no-changes"));
  }

  Outcome destroy() {
    return run(onStack("destroy", "--yes", "--skip-preview"));
  }

  /** Takes the lock off a stack whose engine died. */
  Outcome cancel() {
    return run("cancel", "--yes", "--stack", name);
  }

  Outcome config(String key, String value) {
    return run(onStack("config", "set", "--path", key, value)).orFail();
  }

  Outcome secret(String key, String value) {
    return run(onStack("config", "set", "--secret", key, value)).orFail();
  }

  Running startUp() {
    return start(List.of(onStack("up", "--yes", "--skip-preview")));
  }

  JsonObject outputs() {
    var output = run("stack", "output", "--json", "--stack", name).orFail().output();
    return JsonParser.parseString(output).getAsJsonObject();
  }

  /** The state as it lies in the backend. */
  State state() {
    return State.read(stateText());
  }

  String stateText() {
    try {
      return Files.readString(workspace.stateFile(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String settings() {
    try {
      return Files.readString(settingsFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String settings) {
    try {
      Files.writeString(settingsFile(), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path settingsFile() {
    return workspace.settingsFile(name);
  }

  Outcome run(String... arguments) {
    return start(List.of(arguments)).await(PATIENCE_MINUTES, TimeUnit.MINUTES);
  }

  private String[] onStack(String... command) {
    var settings = settingsFile().toString();
    return with(command, "--non-interactive", "--stack", name, "--config-file", settings);
  }

  private Running start(List<String> arguments) {
    try {
      var output = Files.createTempFile("pulumi", ".out");
      return new Running(workspace.start(output, arguments), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] with(String[] some, String... more) {
    var all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** A CLI at work. */
  record Running(Process process, Path log) {
    Outcome await(long patience, TimeUnit unit) {
      try {
        if (!process.waitFor(patience, unit)) {
          process.destroyForcibly();
          throw new AssertionError("pulumi did not end:\n" + Files.readString(log));
        }
        var output = Files.readString(log);
        Files.delete(log);
        return new Outcome(process.exitValue(), output);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        process.destroyForcibly();
        throw new IllegalStateException(e);
      }
    }
  }
}
