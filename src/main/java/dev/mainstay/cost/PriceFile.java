package dev.mainstay.cost;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A price list as a CSV file with the columns {@code region, service, item, unit, usd}, of which
 * {@code region} may be {@code global}; other columns are for people.
 */
public final class PriceFile {
  private static final List<String> COLUMNS = List.of("region", "service", "item", "unit", "usd");
  private static final List<String> UNITS =
      List.of("hour", "month", "gb", "gb-month", "lcu-hour", "million", "factor");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private final String name;
  private final PriceList prices = new PriceList();
  private final List<String> problems = new ArrayList<>();

  private PriceFile(String name) {
    this.name = name;
  }

  /** The prices that ship with the program; {@code SOURCES.md} beside them says where from. */
  public static PriceList shipped() {
    String resource = "/dev/mainstay/facts/prices.csv";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(PriceFile.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8)) {
      return new PriceFile("prices.csv").read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The prices in a file of the user's own.
   *
   * @throws IllegalArgumentException naming every line that is wrong, and what is allowed there
   */
  public static PriceList of(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new PriceFile(file.toString()).read(reader);
    }
  }

  private PriceList read(Reader reader) throws IOException {
    try (CSVParser rows = FORMAT.parse(reader)) {
      List<String> missing =
          COLUMNS.stream().filter(column -> !rows.getHeaderNames().contains(column)).toList();
      if (missing.isEmpty()) {
        rows.forEach(row -> add(row, rows.getCurrentLineNumber()));
      } else {
        problem(
            1,
            "column %s is missing; needed: %s"
                .formatted(String.join(", ", missing), String.join(", ", COLUMNS)));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return prices;
  }

  private void add(CSVRecord row, long line) {
    if (!row.isConsistent()) {
      problem(
          line,
          "%d values; allowed: one for each of the %d columns"
              .formatted(row.size(), row.getParser().getHeaderNames().size()));
      return;
    }
    for (String column : List.of("region", "service", "item")) {
      if (row.get(column).isEmpty()) {
        problem(line, column + " is empty; allowed: a name");
      }
    }
    String unit = row.get("unit");
    if (!UNITS.contains(unit)) {
      problem(line, "unit is %s; allowed: %s".formatted(given(unit), String.join(", ", UNITS)));
    }
    BigDecimal usd = amount(row.get("usd"));
    if (usd == null) {
      problem(line, "usd is %s; allowed: a number from 0 up".formatted(given(row.get("usd"))));
    } else if (!prices.add(row.get("region"), row.get("service"), row.get("item"), unit, usd)) {
      problem(
          line,
          "%s %s in %s is there twice; allowed: one price for each unit"
              .formatted(row.get("service"), row.get("item"), row.get("region")));
    }
  }

  private static BigDecimal amount(String text) {
    try {
      var amount = new BigDecimal(text);
      return amount.signum() < 0 ? null : amount;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  private static String given(String text) {
    return text.isEmpty() ? "empty" : text;
  }

  private void problem(long line, String text) {
    problems.add("%s, line %d: %s".formatted(name, line, text));
  }
}
