package dev.mainstay.report.view;

import dev.mainstay.disruption.Change;
import dev.mainstay.disruption.Effect;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change and its impact, in words.
 *
 * @param resource its name, set off
 * @param property the input that changes; empty where the whole resource comes or goes
 * @param style how bad the impact is, as a style class
 * @param detail how long something is down, when, and what is lost
 */
public record ChangeView(
    String resource,
    String property,
    String from,
    String to,
    String effect,
    String style,
    String detail) {

  public static ChangeView of(Change change) {
    String lost = change.lost().isEmpty() ? "" : "lost: " + change.lost();
    String allowed = change.allowed() ? "allowed by the configuration" : "";
    return new ChangeView(
        CostView.name(change.urn()),
        change.property(),
        change.from(),
        change.to(),
        change.effect().words(),
        style(change),
        Stream.of(change.downtime(), change.when(), lost, allowed)
            .filter(text -> text != null && !text.isEmpty())
            .collect(Collectors.joining("; ")));
  }

  /** Whether somebody may notice it. */
  public boolean hasImpact() {
    return !effect.equals(Effect.NOTHING.words());
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
