package dev.mainstay.disruption;

import dev.mainstay.facts.DisruptionFact;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tables say about one change. */
record Verdict(Effect effect, String downtime, String when, String lost, String source) {
  private static final String DELETION = "(delete)";
  private static final String ANY = "*";
  private static final String IMMEDIATE = "immediately";
  private static final Verdict NOT_ON_RECORD = new Verdict(Effect.UNKNOWN, "", "", "", "");

  /** A change of an input: what is known of it, of what it is part of, of all inputs. */
  static Verdict ofChange(ResourceNode before, ResourceNode after, Difference difference) {
    List<String> paths = upwards(Difference.withoutIndexes(difference.path()));
    Verdict verdict =
        Stream.of(
                paths.stream()
                    .flatMap(path -> fact(before.type(), path, before, after, difference).stream()),
                paths.stream().flatMap(path -> replacing(before.type(), path).stream()),
                fact(before.type(), ANY, before, after, difference).stream(),
                fact(ANY, paths.get(paths.size() - 1), before, after, difference).stream())
            .flatMap(each -> each)
            .findFirst()
            .orElse(NOT_ON_RECORD);
    return verdict.effect == Effect.REPLACEMENT ? verdict.withLossOf(before) : verdict;
  }

  static Verdict ofDeletion(ResourceNode node) {
    return fact(node.type(), DELETION, node, node, new Difference(DELETION, null, null))
        .orElse(new Verdict(Effect.DELETE, "", IMMEDIATE, "", ""))
        .guarded(node);
  }

  /** The parents are part of what a resource is known by; aliases are not in the graph. */
  static Verdict ofMove(ResourceNode before) {
    return new Verdict(
        Effect.UNKNOWN,
        "no if an alias names the old parent; otherwise it is deleted and created anew",
        IMMEDIATE,
        ofDeletion(before).lost,
        "pulumi-aliases-doc");
  }

  static Verdict ofCreation() {
    return new Verdict(Effect.CREATE, "no", IMMEDIATE, "", "");
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

  private static Optional<Verdict> fact(
      String type,
      String property,
      ResourceNode before,
      ResourceNode after,
      Difference difference) {
    return DisruptionFact.of(type).stream()
        .filter(fact -> fact.property().equals(property))
        .filter(fact -> Condition.NAMED.get(fact.condition()).holds(before, after, difference))
        .findFirst()
        .map(
            fact ->
                new Verdict(
                    Effect.valueOf(fact.effect()),
                    fact.downtime(),
                    when(fact.when(), after),
                    fact.lost(),
                    fact.sources()));
  }

  private static Optional<Verdict> replacing(String type, String property) {
    return DisruptionFact.replacing(type, property)
        .map(source -> new Verdict(Effect.REPLACEMENT, "", IMMEDIATE, "", source));
  }

  private static String when(String known, ResourceNode after) {
    return switch (known) {
      case "", "immediate" -> IMMEDIATE;
      case "apply-immediately or next maintenance window" ->
          after.isTrue("applyImmediately")
              ? IMMEDIATE
              : "in the maintenance window" + window(after);
      default -> known;
    };
  }

  private static String window(ResourceNode node) {
    return node.input("maintenanceWindow").map(" %s"::formatted).orElse("");
  }

  /** A replacement deletes the old one, so what is lost with that is lost. */
  private Verdict withLossOf(ResourceNode before) {
    Verdict deletion = ofDeletion(before);
    if (deletion.effect != Effect.DATA_LOSS) {
      return guarded(before);
    }
    return new Verdict(Effect.DATA_LOSS, deletion.downtime, when, deletion.lost, source);
  }

  private Verdict guarded(ResourceNode node) {
    String guard =
        node.protect()
            ? "refused while Pulumi protects it; "
            : node.isTrue("deletionProtection")
                    || node.isTrue("enableDeletionProtection")
                    || node.isTrue("deletionProtectionEnabled")
                ? "refused while deletion protection is on; "
                : "";
    return new Verdict(effect, (guard + downtime).replaceAll("; $", ""), when, lost, source);
  }
}
