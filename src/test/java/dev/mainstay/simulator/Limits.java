package dev.mainstay.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** Ranges, enumerations and patterns of single properties, from {@code limits.csv}. */
final class Limits implements AwsRule {
  private final List<Limit> limits = Table.read("limits.csv").stream().map(Limit::of).toList();

  private record Limit(
      String type,
      String property,
      String min,
      String max,
      List<String> allowed,
      String pattern,
      String error) {
    static Limit of(CSVRecord row) {
      return new Limit(
          row.get("type"),
          row.get("property"),
          row.get("min"),
          row.get("max"),
          Arrays.asList(row.get("allowed").split("\\|")),
          row.get("pattern"),
          row.get("error"));
    }

    boolean appliesTo(String resource, Trees.Leaf leaf) {
      var path = leaf.path().replace("[]", "");
      var here =
          property.endsWith("*")
              ? path.startsWith(property.substring(0, property.length() - 1))
              : path.equals(property);
      return here && (type.equals("*") || type.equals(resource));
    }

    boolean admits(Object value) {
      var text = Proposal.written(value);
      if (!pattern.isEmpty()) {
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).matches();
      }
      return allowed.contains(text) || (!min.isEmpty() && inRange(text));
    }

    /** The provider declares some numbers as text. */
    private boolean inRange(String text) {
      try {
        var number = Double.parseDouble(text);
        return number >= Double.parseDouble(min) && number <= Double.parseDouble(max);
      } catch (NumberFormatException e) {
        return false;
      }
    }

    String admitted() {
      if (!pattern.isEmpty()) {
        return "must match " + pattern;
      }
      var values = String.join(", ", allowed);
      return min.isEmpty() ? "must be one of " + values : "must be from " + min + " to " + max;
    }
  }

  @Override
  public void check(Proposal proposal, Account account) {
    for (var leaf : Trees.leaves(proposal.inputs())) {
      for (var limit : limits) {
        if (limit.appliesTo(proposal.type(), leaf)) {
          AwsRule.require(
              limit.admits(leaf.value()),
              "%s: %s %s, not %s"
                  .formatted(
                      limit.error(),
                      leaf.path(),
                      limit.admitted(),
                      Proposal.written(leaf.value())));
        }
      }
    }
  }
}
