package dev.mainstay.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the Pulumi CLI is: built by {@code engine/build}, or on PATH. */
final class PulumiCli {
  static final String HOW_TO_GET_IT =
      "no Pulumi CLI: run engine/build (needs Go), or put pulumi on PATH";

  private PulumiCli() {}

  /** The folder of the CLI and its language hosts. */
  static Optional<Path> folder() {
    var onPath =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(Path::of);
    return Stream.concat(Stream.of(Path.of("engine", "bin").toAbsolutePath()), onPath)
        .filter(PulumiCli::holdsTheCli)
        .findFirst();
  }

  private static boolean holdsTheCli(Path folder) {
    return Files.isExecutable(folder.resolve("pulumi"))
        && Files.isExecutable(folder.resolve("pulumi-language-java"))
        && Files.isExecutable(folder.resolve("pulumi-language-yaml"));
  }
}
