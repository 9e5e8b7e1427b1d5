package dev.mainstay.report.view;

import dev.mainstay.disruption.Change;
import dev.mainstay.disruption.Disruption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A change and what people feel of it, in words. */
public record ChangeView(
    String resource, String change, String effect, String style, String detail) {

  static List<ChangeView> of(Disruption disruption) {
    return disruption.changes().stream().map(ChangeView::of).toList();
  }

  private static ChangeView of(Change change) {
    String what =
        change.property().isEmpty()
            ? ""
            : "%s: %s → %s".formatted(change.property(), change.from(), change.to());
    String lost = change.lost().isEmpty() ? "" : "lost: " + change.lost();
    String allowed = change.allowed() ? "allowed by the configuration" : "";
    return new ChangeView(
        CostView.name(change.urn()),
        what,
        change.effect().words(),
        style(change),
        Stream.of(change.downtime(), change.when(), lost, allowed)
            .filter(text -> text != null && !text.isEmpty())
            .collect(Collectors.joining("; ")));
  }

  private static String style(Change change) {
    return switch (change.effect()) {
      case NOTHING, CREATE -> "survives";
      case CONNECTION_DROP, REBOOT, FAILOVER, ROLLING_REPLACEMENT, DELETE, REPLACEMENT ->
          "degraded";
      case DATA_LOSS, REFUSED -> "down";
      case UNKNOWN -> "unknown";
    };
  }
}
