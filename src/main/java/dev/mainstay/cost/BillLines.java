package dev.mainstay.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Puts equal items on one line, the largest line first. */
final class BillLines {
  private static final int CENTS = 2;

  private record Key(
      String component, String label, Price price, String assumption, boolean byUse) {}

  private BillLines() {}

  static List<CostLine> of(List<CostItem> items) {
    var groups = new LinkedHashMap<Key, List<CostItem>>();
    for (CostItem item : items) {
      var key =
          new Key(item.component(), item.label(), item.price(), item.assumption(), item.byUse());
      groups.computeIfAbsent(key, none -> new ArrayList<>()).add(item);
    }
    return groups.entrySet().stream()
        .map(group -> line(group.getKey(), group.getValue()))
        .sorted(Comparator.comparing(CostLine::monthlyUsd).reversed())
        .toList();
  }

  private static CostLine line(Key key, List<CostItem> items) {
    BigDecimal quantity =
        items.stream().map(CostItem::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    Price price = key.price;
    return new CostLine(
        key.component,
        items.stream().map(CostItem::urn).distinct().toList(),
        key.label,
        quantity,
        price.unit(),
        price.usd(),
        quantity.multiply(price.usd()).setScale(CENTS, RoundingMode.HALF_UP),
        key.assumption,
        key.byUse,
        price.sources(),
        price.asOf());
  }
}
