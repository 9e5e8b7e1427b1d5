package dev.mainstay.cost.offers;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The prices found in offer files so far. Of several tiers the first that costs something counts.
 */
final class FetchedPrices {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private record Key(String service, String item, String unit) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }
  }

  /**
   * A price.
   *
   * @param from the first unit it holds for
   * @param ambiguous whether another row gives the same tier another price
   */
  private record Found(
      BigDecimal usd, BigDecimal from, String offer, String published, boolean ambiguous) {}

  private final Map<Key, Found> prices = new TreeMap<>();

  /** Adds the prices of an offer file. */
  void read(String offer, String name, Reader reader) throws IOException {
    List<OfferRule> rules = OfferRules.of(offer);
    var ofFile = new TreeMap<Key, Found>();
    String published =
        OfferFile.read(
            name, reader, OfferRules.columns(offer), row -> add(offer, rules, row, ofFile));
    String day =
        published.isEmpty() ? "" : published.substring(0, Math.min(10, published.length()));
    ofFile.forEach(
        (key, found) ->
            prices.put(key, new Found(found.usd, found.from, offer, day, found.ambiguous)));
  }

  private static void add(
      String offer, List<OfferRule> rules, Function<String, String> row, Map<Key, Found> found) {
    if (!row.apply(OfferFile.TERM).equals("OnDemand")
        || !row.apply(OfferFile.CURRENCY).equals("USD")) {
      return;
    }
    for (OfferRule rule : rules) {
      if (rule.matches(row)) {
        BigDecimal usd = new BigDecimal(row.apply(OfferFile.PRICE)).multiply(rule.offeredUnits());
        if (usd.signum() > 0) {
          String start = row.apply(OfferFile.STARTING_RANGE);
          BigDecimal from = start.isEmpty() ? BigDecimal.ZERO : new BigDecimal(start);
          found.merge(
              new Key(rule.service(), rule.itemOf(row), rule.unit()),
              new Found(usd, from, offer, "", false),
              FetchedPrices::lowerTier);
        }
        return;
      }
    }
  }

  private static Found lowerTier(Found one, Found other) {
    int order = one.from.compareTo(other.from);
    if (order != 0) {
      return order < 0 ? one : other;
    }
    return one.usd.compareTo(other.usd) == 0
        ? one
        : new Found(one.usd, one.from, one.offer, one.published, true);
  }

  int size() {
    return (int) prices.values().stream().filter(found -> !found.ambiguous).count();
  }

  /** What several rows give different prices, and is left out. */
  List<String> ambiguous() {
    return prices.entrySet().stream()
        .filter(entry -> entry.getValue().ambiguous)
        .map(entry -> entry.getKey().service() + " " + entry.getKey().item())
        .toList();
  }

  /** As {@link dev.mainstay.cost.PriceFile} reads it. */
  void write(String region, Appendable out) throws IOException {
    try (var csv = new CSVPrinter(out, FORMAT)) {
      csv.printRecord("region", "service", "item", "unit", "usd", "sources", "asOf");
      for (var entry : prices.entrySet()) {
        Found found = entry.getValue();
        if (!found.ambiguous) {
          csv.printRecord(
              region,
              entry.getKey().service(),
              entry.getKey().item(),
              entry.getKey().unit(),
              found.usd.round(MathContext.DECIMAL64).stripTrailingZeros().toPlainString(),
              "offer " + found.offer,
              found.published);
        }
      }
    }
  }
}
