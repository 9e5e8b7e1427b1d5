package dev.mainstay.disruption;

import dev.mainstay.facts.StatelessType;
import dev.mainstay.graph.ResourceNode;
import java.util.Optional;

/** What the tables say about the end of a resource. */
final class Deletion {
  /** How the table of disruptions calls it. */
  static final String PROPERTY = "(delete)";

  private Deletion() {}

  static Verdict of(Modification end) {
    ResourceNode node = end.before();
    return kept(node)
        .or(() -> Verdict.ofFact(PROPERTY, end))
        .or(() -> ofStateless(node))
        .orElseGet(() -> ofUnknown(node))
        .guarded(node);
  }

  private static Optional<Verdict> kept(ResourceNode node) {
    if (node.retainOnDelete()) {
      return Optional.of(
          Verdict.harmless("no; AWS keeps it and Pulumi forgets it (retainOnDelete)"));
    }
    return node.isTrue("skipDestroy")
        ? Optional.of(Verdict.harmless("no; AWS keeps it and Pulumi forgets it (skipDestroy)"))
        : Optional.empty();
  }

  private static Optional<Verdict> ofStateless(ResourceNode node) {
    return StatelessType.of(node.type())
        .map(
            type ->
                new Verdict(
                    Effect.DELETE,
                    "no data is lost: " + type.reason(),
                    Verdict.IMMEDIATELY,
                    "",
                    type.sources()));
  }

  /** No type is taken for stateless because nothing is on record about it. */
  private static Verdict ofUnknown(ResourceNode node) {
    return new Verdict(
        Effect.DATA_LOSS,
        "",
        Verdict.IMMEDIATELY,
        "not known: this release does not know whether %s stores data".formatted(node.type()),
        "");
  }
}
