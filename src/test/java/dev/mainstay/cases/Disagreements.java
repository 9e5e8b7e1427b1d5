package dev.mainstay.cases;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The list of the cases in which the program still says something else than expected. With {@code
 * MAINSTAY_UPDATE=true} a case that agrees is taken off the list, and what the program says is
 * written anew; a case that newly disagrees is never added.
 */
final class Disagreements {
  static final Path FILE = Case.ALL.resolve("disagreements.csv");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader("part", "case", "program says", "why")
          .setSkipHeaderRecord(true)
          .setRecordSeparator("\n")
          .get();

  /** One line of the list. */
  record Disagreement(String part, String name, String says, String why) {
    boolean isOf(Case each) {
      return part.equals(each.part()) && name.equals(each.name());
    }
  }

  private Disagreements() {}

  static List<Disagreement> all() {
    try (Reader reader = Files.newBufferedReader(FILE)) {
      return FORMAT.parse(reader).stream()
          .map(row -> new Disagreement(row.get(0), row.get(1), row.get(2), row.get(3)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fails unless the list has exactly what {@code says} has.
   *
   * @param says what the program says otherwise than expected; empty if the case agrees
   */
  static void hold(Case each, String says) {
    if ("true".equals(System.getenv("MAINSTAY_UPDATE"))) {
      update(each, says);
    }
    Optional<Disagreement> listed = all().stream().filter(line -> line.isOf(each)).findFirst();
    String title = "%s %s (%s)".formatted(each.part(), each.name(), each.title());
    if (listed.isEmpty() && !says.isEmpty()) {
      throw new AssertionError(
          "%s: the program says %s; expected:%n%s"
              .formatted(title, says, String.join("\n", each.expected())));
    }
    if (listed.isPresent() && says.isEmpty()) {
      throw new AssertionError(
          "%s agrees: take it off %s (MAINSTAY_UPDATE=true does)".formatted(title, FILE));
    }
    if (listed.isPresent() && !listed.get().says().equals(says)) {
      throw new AssertionError(
          "%s: the program now says %s, and %s lists %s (MAINSTAY_UPDATE=true writes it anew)"
              .formatted(title, says, FILE, listed.get().says()));
    }
    if (listed.isPresent() && listed.get().why().isBlank()) {
      throw new AssertionError("%s is listed in %s without a reason".formatted(title, FILE));
    }
  }

  private static void update(Case each, String says) {
    var kept = new ArrayList<Disagreement>();
    for (Disagreement line : all()) {
      if (!line.isOf(each)) {
        kept.add(line);
      } else if (!says.isEmpty()) {
        kept.add(new Disagreement(line.part(), line.name(), says, line.why()));
      }
    }
    write(kept);
  }

  private static void write(List<Disagreement> lines) {
    var text = new StringWriter();
    try (var printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord("part", "case", "program says", "why");
      for (Disagreement line : lines) {
        printer.printRecord(line.part(), line.name(), line.says(), line.why());
      }
      Files.writeString(FILE, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
