package dev.mainstay.cost.offers;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which rows of an offer file are one kind of price.
 *
 * @param offer the offer file, such as {@code AmazonEC2}
 * @param service the service of the price, as the pricing of this program calls it
 * @param item its item; {@code $Instance Type} stands for the value of that column
 * @param unit its unit
 * @param usageType what the usage type is, without the prefix of the region
 * @param conditions what other columns must hold
 * @param offeredUnits how many of the offer's units are one of ours
 */
record OfferRule(
    String offer,
    String service,
    String item,
    String unit,
    Pattern usageType,
    Map<String, String> conditions,
    BigDecimal offeredUnits) {

  static final String USAGE_TYPE = "usageType";

  /** A region has a short name, which us-east-1 leaves out; KMS uses the long name. */
  private static final String PREFIX = "(?:[A-Z]{2,4}[0-9]{0,2}-|[a-z]{2}(?:-[a-z]+)+-[0-9]-)?";

  static OfferRule of(Map<String, String> row) {
    var conditions = new LinkedHashMap<String, String>();
    Stream.of(row.get("conditions").split(";"))
        .filter(text -> !text.isBlank())
        .map(text -> text.split("=", 2))
        .forEach(pair -> conditions.put(pair[0], pair[1]));
    return new OfferRule(
        row.get("offer"),
        row.get("service"),
        row.get("item"),
        row.get("unit"),
        Pattern.compile(PREFIX + row.get("usageType")),
        conditions,
        new BigDecimal(row.get("offeredUnits")));
  }

  /** The columns that it reads, the price apart. */
  List<String> columns() {
    return Stream.of(
            Stream.of(USAGE_TYPE),
            conditions.keySet().stream(),
            item.startsWith("$") ? Stream.of(item.substring(1)) : Stream.<String>empty())
        .flatMap(each -> each)
        .toList();
  }

  boolean matches(Function<String, String> row) {
    return conditions.entrySet().stream()
            .allMatch(each -> row.apply(each.getKey()).equals(each.getValue()))
        && usageType.matcher(row.apply(USAGE_TYPE)).matches();
  }

  String itemOf(Function<String, String> row) {
    return item.startsWith("$") ? row.apply(item.substring(1)) : item;
  }
}
