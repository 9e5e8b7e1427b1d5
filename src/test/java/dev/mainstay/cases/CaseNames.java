package dev.mainstay.cases;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.commons.csv.CSVFormat;

/** What the program calls things that had another name when the cases were written. */
final class CaseNames {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private CaseNames() {}

  /** The present name, or a regular expression for it; the same if it is not in the table. */
  static String now(String then) {
    try (Reader reader = Files.newBufferedReader(Case.ALL.resolve("names.csv"))) {
      return FORMAT.parse(reader).stream()
          .filter(row -> row.get("then").equals(then))
          .map(row -> row.get("now"))
          .findFirst()
          .orElse(then);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
