package dev.mainstay.cost;

import dev.mainstay.text.Utf8;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A price list as a CSV file with the columns {@code region, service, item, unit, usd}, of which
 * {@code region} may be {@code global}. The columns {@code sources} and {@code asOf} are kept with
 * the price; others are ignored.
 */
public final class PriceFile {
  private static final String REGION = "region";
  private static final List<String> COLUMNS = List.of("service", "item", "unit", "usd");
  private static final List<String> UNITS =
      List.of(
          "hour",
          "month",
          "gb",
          "gb-month",
          "lcu-hour",
          "iops-month",
          "mibps-month",
          "thousand",
          "million",
          "factor");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private final String name;

  /** The region of every row; empty if each row names its own. */
  private final String region;

  private final List<String> columns = new ArrayList<>(COLUMNS);
  private final PriceList prices = new PriceList();
  private final List<String> problems = new ArrayList<>();

  private PriceFile(String name, String region) {
    this.name = name;
    this.region = region;
    if (region.isEmpty()) {
      columns.add(0, REGION);
    }
  }

  /** The prices of one region, in a file without the column {@code region}. */
  static PriceList ofRegion(String name, String region, Reader reader) throws IOException {
    return new PriceFile(name, region).read(reader);
  }

  /**
   * The prices in a file of the user's own.
   *
   * @throws IllegalArgumentException naming every line that is wrong, and what is allowed there
   */
  public static PriceList of(Path file) throws IOException {
    try (Reader reader = new StringReader(Utf8.read(file))) {
      return new PriceFile(file.toString(), "").read(reader);
    }
  }

  private PriceList read(Reader reader) throws IOException {
    try (CSVParser rows = FORMAT.parse(reader)) {
      List<String> missing =
          columns.stream().filter(column -> !rows.getHeaderNames().contains(column)).toList();
      if (missing.isEmpty()) {
        rows.forEach(row -> add(row, rows.getCurrentLineNumber()));
      } else {
        problem(
            1,
            "column %s is missing; required: %s"
                .formatted(String.join(", ", missing), String.join(", ", columns)));
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
    columns.stream()
        .filter(column -> List.of(REGION, "service", "item").contains(column))
        .filter(column -> row.get(column).isEmpty())
        .forEach(column -> problem(line, column + " is empty; allowed: a name"));
    String unit = row.get("unit");
    if (!UNITS.contains(unit)) {
      problem(line, "unit is %s; allowed: %s".formatted(given(unit), String.join(", ", UNITS)));
    }
    BigDecimal usd = amount(row.get("usd"));
    String of = region.isEmpty() ? row.get(REGION) : region;
    if (usd == null) {
      problem(line, "usd is %s; allowed: a number from 0 up".formatted(given(row.get("usd"))));
    } else if (!prices.add(
        of,
        row.get("service"),
        row.get("item"),
        new Price(usd, unit, "", optional(row, "sources"), optional(row, "asOf")))) {
      problem(
          line,
          "%s %s in %s is listed twice; allowed: one price for each unit"
              .formatted(row.get("service"), row.get("item"), of));
    }
  }

  private static String optional(CSVRecord row, String column) {
    return row.isMapped(column) ? row.get(column) : "";
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
