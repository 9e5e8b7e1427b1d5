package dev.mainstay.facts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of AWS facts that ships with the program; {@code SOURCES.md} in the same folder states
 * source and date of each table. An empty cell means that a fact is not known, never "no".
 */
final class Table {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private Table() {}

  static List<CSVRecord> rows(String name) {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Table.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      return FORMAT.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The date on which AWS published the content of the table. */
  static LocalDate asOf(String name) {
    return rows("table-dates.csv").stream()
        .filter(row -> row.get("table").equals(name))
        .map(row -> LocalDate.parse(row.get("asOf")))
        .findFirst()
        .orElseThrow();
  }
}
