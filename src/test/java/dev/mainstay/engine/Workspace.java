package dev.mainstay.engine;

import dev.mainstay.Main;
import dev.mainstay.plugin.ComponentPlugin;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder with a program, and beside it an engine of its own: home, backend, passphrase. */
final class Workspace {
  /**
   * The CLI looks for the plugin before each command, and tries for seconds to download what is not
   * installed. The simulated AWS takes its place: this file is never started.
   */
  private static final String AWS_PLUGIN = "home/plugins/resource-aws-v6.83.0/pulumi-resource-aws";

  private final Path root;
  private final int port;
  private final String project;

  private final Path program;
  private Class<?> main;
  private final Map<String, String> variables = new HashMap<>();

  private Workspace(Path root, Path program, int port, String project) {
    this.root = root;
    this.program = program;
    this.port = port;
    this.project = project;
    write("state/.keep", "");
    writeExecutable(AWS_PLUGIN, "#!/bin/sh\nexit 1\n");
  }

  /** Runs this project where it is, as its own Pulumi.yaml says: through Maven. */
  static Workspace here(Path root, String project, int port) {
    return new Workspace(root, Path.of("").toAbsolutePath(), port, project);
  }

  /** Sets an environment variable of the program. */
  Workspace with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** Runs a main class of this project as it was compiled, without Maven. */
  static Workspace of(Path root, String project, Class<?> main, int port) {
    var workspace = new Workspace(root, root.resolve("program"), port, project);
    workspace.writeExecutable("bin/java", LAUNCHER.formatted(java()));
    var jar = root.resolve("program.jar");
    ProgramJar.write(jar, main);
    workspace.main = main;
    workspace.write(
        "program/Pulumi.yaml",
        """
        name: %s
        runtime:
          name: java
          options:
            binary: %s
        """
            .formatted(project, jar));
    return workspace;
  }

  /**
   * Runs a program in YAML; what it takes from {@code plugin/} comes from the classes as they were
   * compiled, without Maven.
   */
  static Workspace yaml(Path root, String text, int port) {
    var project = text.lines().findFirst().orElseThrow().replaceFirst("name: ", "");
    var workspace = new Workspace(root, root.resolve("program"), port, project);
    var jar = root.resolve("plugin.jar");
    ProgramJar.write(jar, ComponentPlugin.class);
    workspace.writeExecutable(PLUGIN, PLUGIN_LAUNCHER.formatted(java(), jar));
    workspace.write(
        "program/Pulumi.yaml", text.replace("../../plugin", root.resolve("plugin").toString()));
    return workspace;
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElseThrow();
  }

  private static final String PLUGIN = "plugin/pulumi-resource-mainstay";

  private static final String PLUGIN_LAUNCHER =
      """
      #!/bin/sh
      exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -jar '%s' "$@"
      """;

  /**
   * A jar's manifest carries no JVM flags. These trade peak speed, which a program of seconds never
   * reaches, for a quick start. The CLI asks for the program's packages before each command, at the
   * price of a JVM: the class path stays, so once is enough.
   */
  private static final String LAUNCHER =
      """
      #!/bin/sh
      for last; do :; done
      set -- '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto "$@"
      if [ "$last" != packages ]; then exec "$@"; fi
      if [ ! -s "$0.packages" ]; then "$@" >"$0.packages.$$" && mv "$0.packages.$$" "$0.packages"; fi
      cat "$0.packages"
      """;

  /** Whether the program is that of this project. */
  boolean runsThisProject() {
    return main == Main.class;
  }

  /** A stack with the given settings. */
  EngineStack stack(String name, String settings) {
    var stack = new EngineStack(this, name);
    stack.run("stack", "init", name).orFail();
    write("Pulumi." + name + ".yaml", takeSalt(name) + settings);
    return stack;
  }

  /**
   * The key of the stack's secrets, which the CLI leaves in a settings file in the program's
   * folder.
   */
  private String takeSalt(String stack) {
    try {
      var file = program.resolve("Pulumi." + stack + ".yaml");
      var salt = Files.readString(file);
      Files.delete(file);
      return salt;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Beside the program's folder rather than in it, as that may be the project's own. */
  Path settingsFile(String stack) {
    return root.resolve("Pulumi." + stack + ".yaml");
  }

  /** Where the engine keeps the state of a stack. */
  Path stateFile(String stack) {
    return root.resolve("state/.pulumi/stacks").resolve(project).resolve(stack + ".json");
  }

  Process start(Path output, List<String> arguments) throws IOException {
    var cli = PulumiCli.folder().orElseThrow();
    var command = new java.util.ArrayList<String>();
    command.add(cli.resolve("pulumi").toString());
    command.addAll(arguments);
    var process = new ProcessBuilder(command).directory(program.toFile());
    process.redirectErrorStream(true).redirectOutput(output.toFile());
    process.environment().putAll(environment(cli));
    process.environment().putAll(variables);
    process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    return process.start();
  }

  private Map<String, String> environment(Path cli) {
    var path = List.of(root.resolve("bin").toString(), cli.toString(), System.getenv("PATH"));
    return Map.of(
        "PATH",
        String.join(File.pathSeparator, path),
        "PULUMI_HOME",
        root.resolve("home").toString(),
        "PULUMI_BACKEND_URL",
        "file://" + root.resolve("state"),
        "PULUMI_CONFIG_PASSPHRASE",
        "a passphrase for tests",
        "PULUMI_SKIP_UPDATE_CHECK",
        "true",
        "PULUMI_DEBUG_PROVIDERS",
        "aws:" + port);
  }

  private void writeExecutable(String file, String text) {
    write(file, text);
    if (!root.resolve(file).toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make " + file + " executable");
    }
  }

  private void write(String file, String text) {
    try {
      var path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
