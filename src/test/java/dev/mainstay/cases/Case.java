package dev.mainstay.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * An input with the verdict that an engineer wrote down before anything was run.
 *
 * @param part which analysis it is about, such as {@code resilience}
 * @param name its folder, such as {@code R01}
 */
record Case(String part, String name) {
  static final Path ALL = Path.of("src/test/resources/cases");

  /** The cases of a part, by name. */
  static List<Case> of(String part) {
    try (Stream<Path> folders = Files.list(ALL.resolve(part))) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> new Case(part, folder.getFileName().toString()))
          .sorted(java.util.Comparator.comparing(Case::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return ALL.resolve(part).resolve(name);
  }

  Path file(String relative) {
    return folder().resolve(relative);
  }

  String title() {
    return expected().get(0);
  }

  /** The lines of {@code expected.txt}. */
  List<String> expected() {
    try {
      return Files.readAllLines(file("expected.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The input without its compression, written into {@code folder}. */
  Path input(Path folder) {
    return unpacked(file("input.json.gz"), folder);
  }

  /** A compressed file without its compression, written into {@code folder}. */
  static Path unpacked(Path file, Path folder) {
    Path result = folder.resolve(file.getFileName().toString().replace(".gz", ""));
    try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
      Files.write(result, unpacked.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result;
  }
}
