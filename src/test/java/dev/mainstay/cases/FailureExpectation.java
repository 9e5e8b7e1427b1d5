package dev.mainstay.cases;

import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line such as {@code ZONE:eu-central-1a: ('SURVIVES', '60-120', 'NONE')}: a kind of failure,
 * perhaps with its subject, and the outcome, the bounds of the interruption and the extent of data
 * loss. Without a subject the worst verdict of the kind counts.
 */
record FailureExpectation(String kind, String subject, Tuple values) {
  private static final Pattern LINE = Pattern.compile("  ([A-Z_]+)(?::([\\w-]+))?: (\\(.*\\))");

  /** From best to worst. */
  private static final List<String> OUTCOMES = List.of("SURVIVES", "DEGRADED", "UNKNOWN", "DOWN");

  static Stream<FailureExpectation> in(List<String> lines) {
    return lines.stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(
            line ->
                new FailureExpectation(
                    line.group(1),
                    Optional.ofNullable(line.group(2)).orElse(""),
                    Tuple.in(line.group(3))));
  }

  /** What the report says otherwise; empty if it agrees. */
  Optional<String> disagreement(Report report) {
    return switch (kind) {
      case "NOTJUDGED" -> names(notJudged(report), get());
      case "AVAIL" -> names(text(report.resilience().get("availability")), get().substring(6));
      default -> ofVerdict(report);
    };
  }

  private String get() {
    return values.get(0);
  }

  /** What the report says is not judged, and the reasons of its verdicts. */
  private static String notJudged(Report report) {
    var all = new StringBuilder(text(report.resilience().get("notJudged")));
    report.verdicts().forEach(verdict -> all.append(verdict.get("why")));
    return all.toString();
  }

  private static String text(Object json) {
    return json == null ? "" : json.toString();
  }

  private Optional<String> names(String text, String name) {
    boolean named = text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    return named ? Optional.empty() : Optional.of(kind + " does not name " + name);
  }

  private Optional<String> ofVerdict(Report report) {
    Optional<JsonObject> verdict = worst(report, kind, subject);
    String which = subject.isEmpty() ? kind : kind + ":" + subject;
    if (verdict.isEmpty()) {
      return Optional.of(which + " has no verdict");
    }
    String outcome = verdict.get().get("outcome").getAsString();
    String interruption = interruption(verdict.get().getAsJsonObject("interruption"));
    String loss = verdict.get().getAsJsonObject("dataLoss").get("extent").getAsString();
    boolean agrees =
        values.allows(0, outcome) && values.allowsBounds(1, interruption) && values.allows(2, loss);
    return agrees
        ? Optional.empty()
        : Optional.of(
            Stream.of(which, outcome, values.isCompared(1) ? interruption : "", lossSaid(loss))
                .filter(word -> !word.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow());
  }

  private String lossSaid(String loss) {
    return values.isCompared(2) ? "loss " + loss : "";
  }

  /** Such as {@code 60-120}. */
  private static String interruption(JsonObject interruption) {
    return "%s-%s".formatted(seconds(interruption, "min"), seconds(interruption, "max"));
  }

  private static String seconds(JsonObject interruption, String bound) {
    var seconds = interruption.get(bound + "Seconds");
    return seconds == null || seconds.isJsonNull() ? "?" : seconds.getAsString();
  }

  static Optional<JsonObject> worst(Report report, String kind, String subject) {
    return report.verdicts().stream()
        .filter(
            verdict -> {
              JsonObject failure = verdict.getAsJsonObject("failure");
              return failure.get("kind").getAsString().equals(kind)
                  && (subject.isEmpty() || failure.get("subject").getAsString().equals(subject));
            })
        .max(
            Comparator.comparing(
                verdict -> OUTCOMES.indexOf(verdict.get("outcome").getAsString())));
  }
}
