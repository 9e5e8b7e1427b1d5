package dev.mainstay.simulator;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A table of facts beside this package. */
final class Table {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private static final Map<String, List<CSVRecord>> READ = new ConcurrentHashMap<>();

  private Table() {}

  static List<CSVRecord> read(String name) {
    return READ.computeIfAbsent(name, Table::load);
  }

  private static List<CSVRecord> load(String name) {
    try (var file = Table.class.getResourceAsStream(name);
        var rows = FORMAT.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return rows.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
