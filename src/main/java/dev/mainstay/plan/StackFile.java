package dev.mainstay.plan;

import dev.mainstay.config.ConfigValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A {@code Pulumi.<stack>.yaml} file, with the project file beside it.
 *
 * @param path the file
 * @param stack the name of its stack
 */
record StackFile(Path path, String stack) {
  private static final Pattern NAME = Pattern.compile("Pulumi\\.(.+)\\.yaml");

  /** Every stack that has a file in {@code folder}, by name. */
  static List<StackFile> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted()
          .map(StackFile::at)
          .toList();
    }
  }

  /** The file of {@code stack} in {@code folder}; or the file itself, if that is what is named. */
  static StackFile named(String stack, Path folder) throws IOException {
    Path path = Path.of(stack);
    if (NAME.matcher(path.getFileName().toString()).matches()) {
      return at(existing(path, folder));
    }
    return at(existing(folder.resolve("Pulumi." + stack + ".yaml"), folder));
  }

  private static Path existing(Path path, Path folder) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException(
          "There is no %s. Stacks here: %s."
              .formatted(path, in(folder).stream().map(StackFile::stack).toList()));
    }
    return path;
  }

  private static StackFile at(Path path) {
    var matcher = NAME.matcher(path.getFileName().toString());
    return new StackFile(path, matcher.matches() ? matcher.group(1) : "");
  }

  ConfigValues config() throws IOException {
    return ConfigValues.fromFile(path);
  }

  /** The name of the project; {@code mainstay} where no project file says otherwise. */
  String project() throws IOException {
    Path file = path.toAbsolutePath().resolveSibling("Pulumi.yaml");
    if (!Files.isRegularFile(file)) {
      return "mainstay";
    }
    return ConfigValues.yaml(file).get("name") instanceof String name ? name : "mainstay";
  }
}
