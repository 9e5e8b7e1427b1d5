package dev.mainstay.disruption;

import dev.mainstay.facts.DisruptionFact;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the tables say about one change.
 *
 * @param replaces whether another resource takes the place of this one, under another id
 */
record Verdict(
    Effect effect, String downtime, String when, String lost, String source, boolean replaces) {
  static final String IMMEDIATELY = "immediately";
  private static final String ANY = "*";

  Verdict(Effect effect, String downtime, String when, String lost, String source) {
    this(effect, downtime, when, lost, source, false);
  }

  /** A change of an input: what is known of it, of what it is part of, of all inputs. */
  static Verdict ofChange(Modification change) {
    List<String> paths = upwards(Difference.withoutIndexes(change.difference().path()));
    String type = change.before().type();
    Verdict verdict =
        Stream.of(
                paths.stream().flatMap(path -> ofFact(path, change).stream()),
                paths.stream().flatMap(path -> replacing(type, path).stream()),
                ofFact(ANY, change).stream(),
                fact(ANY, paths.get(paths.size() - 1), change).stream())
            .flatMap(each -> each)
            .findFirst()
            .orElseGet(() -> notOnRecord(type, paths.get(paths.size() - 1)));
    return verdict.effect == Effect.REPLACEMENT ? verdict.withLossOf(change) : verdict;
  }

  private static Verdict notOnRecord(String type, String input) {
    return new Verdict(
        Effect.UNKNOWN,
        "not known: no record of this change of %s of %s".formatted(input, type),
        "",
        "",
        "");
  }

  /** The parents are part of what a resource is known by; aliases are not in the graph. */
  static Verdict ofMove(Modification change) {
    return new Verdict(
        Effect.UNKNOWN,
        "no if an alias names the old parent; otherwise it is deleted and created again",
        IMMEDIATELY,
        Deletion.of(change).lost,
        "pulumi-aliases-doc");
  }

  static Verdict ofCreation() {
    return new Verdict(Effect.CREATE, "no", IMMEDIATELY, "", "");
  }

  static Verdict harmless(String downtime) {
    return new Verdict(Effect.NOTHING, downtime, IMMEDIATELY, "", "");
  }

  /** {@code a.b.c} is also {@code a.b} and {@code a}. */
  private static List<String> upwards(String path) {
    var paths = new ArrayList<String>();
    String rest = path;
    while (!rest.isEmpty()) {
      paths.add(rest);
      rest = rest.substring(0, Math.max(rest.lastIndexOf('.'), 0));
    }
    return paths;
  }

  static Optional<Verdict> ofFact(String property, Modification change) {
    return fact(change.before().type(), property, change);
  }

  private static Optional<Verdict> fact(String type, String property, Modification change) {
    return DisruptionFact.of(type).stream()
        .filter(fact -> fact.property().equals(property))
        .filter(fact -> Condition.read(fact.condition()).holds(change))
        .findFirst()
        .map(
            fact ->
                new Verdict(
                    Effect.valueOf(fact.effect()),
                    fact.downtime(),
                    when(fact.when(), change.after()),
                    fact.lost(),
                    fact.sources()));
  }

  private static Optional<Verdict> replacing(String type, String property) {
    return DisruptionFact.replacing(type, property)
        .map(source -> new Verdict(Effect.REPLACEMENT, "", IMMEDIATELY, "", source));
  }

  private static String when(String known, ResourceNode after) {
    return switch (known) {
      case "", "immediate" -> IMMEDIATELY;
      case "apply-immediately or next maintenance window" ->
          after.isTrue("applyImmediately")
              ? IMMEDIATELY
              : "in the maintenance window" + window(after);
      default -> known;
    };
  }

  private static String window(ResourceNode node) {
    return node.input("maintenanceWindow").map(" %s"::formatted).orElse("");
  }

  /** A replacement deletes the old one, so what is lost with that is lost. */
  Verdict withLossOf(Modification change) {
    Verdict deletion = Deletion.of(change);
    return switch (deletion.effect) {
      case DATA_LOSS, REFUSED ->
          new Verdict(deletion.effect, deletion.downtime, when, deletion.lost, source, true);
      default -> new Verdict(effect, downtime, when, lost, source, true).guarded(change.before());
    };
  }

  /** Refused by what protects the resource from its deletion. */
  Verdict guarded(ResourceNode node) {
    String guard =
        node.protect()
            ? "Pulumi `protect` refuses the deletion; "
            : node.isTrue("deletionProtection")
                    || node.isTrue("enableDeletionProtection")
                    || node.isTrue("deletionProtectionEnabled")
                ? "deletion protection refuses the deletion; "
                : "";
    return with((guard + downtime).replaceAll("; $", ""));
  }

  /** The same verdict with one more fact about how it was found. */
  Verdict noting(String note) {
    return with(downtime.isEmpty() ? note : downtime + "; " + note);
  }

  private Verdict with(String otherDowntime) {
    return new Verdict(effect, otherDowntime, when, lost, source, replaces);
  }
}
