package dev.mainstay.cost.offers;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;

/** Which rows of AWS's offer files are prices that the program uses: {@code offer-rows.csv}. */
final class OfferRules {
  private static final String FILE = "/dev/mainstay/prices/offers/offer-rows.csv";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  static final List<OfferRule> ALL = read();

  private OfferRules() {}

  /** The offers that hold the prices, in the order of the file. */
  static List<String> offers() {
    return ALL.stream().map(OfferRule::offer).distinct().toList();
  }

  static List<OfferRule> of(String offer) {
    return ALL.stream().filter(rule -> rule.offer().equals(offer)).toList();
  }

  /** The columns that the rules of an offer read. */
  static Set<String> columns(String offer) {
    var columns = new LinkedHashSet<>(OfferFile.PRICE_COLUMNS);
    of(offer).forEach(rule -> columns.addAll(rule.columns()));
    return columns;
  }

  private static List<OfferRule> read() {
    try (Reader reader =
            new InputStreamReader(
                Objects.requireNonNull(OfferRules.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8);
        var rows = FORMAT.parse(reader)) {
      var rules = new ArrayList<OfferRule>();
      for (var row : rows) {
        rules.add(OfferRule.of(Map.copyOf(row.toMap())));
      }
      return List.copyOf(rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
