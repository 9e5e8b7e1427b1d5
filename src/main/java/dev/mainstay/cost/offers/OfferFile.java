package dev.mainstay.cost.offers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads an offer file row by row: five lines about the file, the names of the columns, the prices.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-service-price-list-file-for-services.html">Reading
 *     the service price list file</a>
 */
final class OfferFile {
  static final String TERM = "TermType";
  static final String STARTING_RANGE = "StartingRange";
  static final String PRICE = "PricePerUnit";
  static final String CURRENCY = "Currency";

  /** What every price is read from. */
  static final List<String> PRICE_COLUMNS = List.of(TERM, STARTING_RANGE, PRICE, CURRENCY);

  private static final String FIRST_COLUMN = "SKU";
  private static final String PUBLISHED = "Publication Date";
  private static final String FORMAT_VERSION = "FormatVersion";
  private static final String KNOWN_FORMAT = "v1.0";
  private static final int MOST_LINES_ABOUT_THE_FILE = 20;

  private OfferFile() {}

  /**
   * Hands each row to {@code rows}, as a function from the name of a column to its value.
   *
   * @param name what the file is called in messages
   * @param required the columns that must be there
   * @return when the file was published
   * @throws IOException if it is cut off, or of another format
   */
  static String read(
      String name,
      Reader reader,
      Collection<String> required,
      Consumer<Function<String, String>> rows)
      throws IOException {
    try (CSVParser parser = CSVFormat.DEFAULT.parse(new BufferedReader(reader))) {
      var records = parser.iterator();
      var about = new HashMap<String, String>();
      for (int line = 0; line < MOST_LINES_ABOUT_THE_FILE && records.hasNext(); line++) {
        CSVRecord row = records.next();
        if (row.get(0).equals(FIRST_COLUMN)) {
          checkFormat(name, about);
          Map<String, Integer> columns = columns(name, row, required);
          while (records.hasNext()) {
            CSVRecord values = records.next();
            checkWidth(name, columns, values);
            rows.accept(column -> values.get(columns.get(column)));
          }
          return about.getOrDefault(PUBLISHED, "");
        }
        about.put(row.get(0), row.size() > 1 ? row.get(1) : "");
      }
      throw new IOException(name + " has no row of column names that starts with SKU");
    } catch (UncheckedIOException damaged) {
      throw new IOException(name + " is damaged: " + damaged.getCause().getMessage(), damaged);
    }
  }

  private static void checkFormat(String name, Map<String, String> about) throws IOException {
    String format = about.getOrDefault(FORMAT_VERSION, "none");
    if (!format.equals(KNOWN_FORMAT)) {
      throw new IOException(
          "%s has the format %s; this release reads %s".formatted(name, format, KNOWN_FORMAT));
    }
  }

  private static Map<String, Integer> columns(
      String name, CSVRecord header, Collection<String> required) throws IOException {
    var columns = new HashMap<String, Integer>();
    for (int index = 0; index < header.size(); index++) {
      columns.put(header.get(index), index);
    }
    List<String> missing = required.stream().filter(it -> !columns.containsKey(it)).toList();
    if (!missing.isEmpty()) {
      throw new IOException(
          "%s has no column %s; its format has changed"
              .formatted(name, String.join(", ", missing)));
    }
    return columns;
  }

  private static void checkWidth(String name, Map<String, Integer> columns, CSVRecord row)
      throws IOException {
    if (row.size() != columns.size()) {
      throw new IOException(
          "%s is damaged: row %d has %d values instead of %d"
              .formatted(name, row.getRecordNumber(), row.size(), columns.size()));
    }
  }
}
