package dev.mainstay.disruption;

import dev.mainstay.graph.PreviewStep;
import dev.mainstay.graph.ResourceNode;
import java.util.Map;
import java.util.Optional;

/**
 * What Pulumi says that it will do, which outranks every table: the provider itself has compared
 * the two versions.
 */
final class Announcements {
  private static final String SOURCE = "pulumi preview";

  private final Map<String, PreviewStep> steps;

  /**
   * @param steps by urn; empty for versions that no preview compared
   */
  Announcements(Map<String, PreviewStep> steps) {
    this.steps = steps;
  }

  Optional<PreviewStep> of(ResourceNode node) {
    return Optional.ofNullable(steps.get(node.urn()));
  }

  boolean isUnchanged(ResourceNode node) {
    return of(node).filter(PreviewStep::isUnchanged).isPresent();
  }

  boolean isReplaced(ResourceNode node) {
    return of(node).filter(PreviewStep::isReplacement).isPresent();
  }

  /** What is to be said of a change, given what the tables say. */
  Verdict outranking(Verdict byTable, Modification change) {
    PreviewStep step = steps.get(change.after().urn());
    if (step == null) {
      return byTable;
    }
    String input = PreviewStep.top(change.difference().path());
    if (step.replacesFor(input) && !byTable.replaces()) {
      return replacement(step, change, byTable);
    }
    if (byTable.replaces() && !step.isReplacement() && step.updatesInPlace(input)) {
      return new Verdict(
          Effect.UNKNOWN,
          "not known: Pulumi's preview updates it in place, the table of this release replaces it",
          byTable.when(),
          "",
          SOURCE);
    }
    return byTable;
  }

  /** A replacement for a reason that is none of the inputs: a provider, or what was unknown. */
  Verdict unexplained(PreviewStep step, Modification change) {
    return replacement(step, change, null);
  }

  private static Verdict replacement(PreviewStep step, Modification change, Verdict byTable) {
    Verdict verdict =
        new Verdict(Effect.REPLACEMENT, order(step), Verdict.IMMEDIATELY, "", SOURCE)
            .withLossOf(change);
    return byTable == null || byTable.effect() == Effect.UNKNOWN
        ? verdict
        : verdict.noting(
            "Pulumi's preview replaces it, the table of this release says: "
                + byTable.effect().words());
  }

  private static String order(PreviewStep step) {
    int created = step.operations().indexOf("create-replacement");
    int deleted = step.operations().indexOf("delete-replaced");
    if (created < 0 || deleted < 0) {
      return "";
    }
    return created < deleted
        ? "Pulumi creates the new one first"
        : "Pulumi deletes the old one first";
  }
}
