package dev.mainstay.resilience.model;

import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** What a failure does to one part of the stack; the parts together make a {@link Verdict}. */
public record Effect(
    Outcome outcome,
    Interruption interruption,
    DataLoss dataLoss,
    List<String> why,
    List<ResourceNode> affected) {

  public static final Effect NOTHING =
      new Effect(Outcome.SURVIVES, Interruption.NONE, DataLoss.NONE, List.of(), List.of());

  public static Effect of(Outcome outcome, String why) {
    return new Effect(outcome, Interruption.NONE, DataLoss.NONE, List.of(why), List.of());
  }

  public static Effect unknown(String why) {
    return of(Outcome.UNKNOWN, why).lasting(Interruption.UNKNOWN);
  }

  public Effect lasting(Interruption time) {
    return new Effect(outcome, time, dataLoss, why, affected);
  }

  public Effect losing(DataLoss loss) {
    return new Effect(outcome, interruption, loss, why, affected);
  }

  public Effect because(String sentence) {
    var more = new ArrayList<>(why);
    more.add(sentence);
    return new Effect(outcome, interruption, dataLoss, List.copyOf(more), affected);
  }

  public Effect touching(ResourceNode node) {
    return touching(List.of(node));
  }

  public Effect touching(Collection<ResourceNode> nodes) {
    List<ResourceNode> more = Stream.concat(affected.stream(), nodes.stream()).distinct().toList();
    return new Effect(outcome, interruption, dataLoss, why, more);
  }

  /** Both effects at once. */
  public Effect and(Effect other) {
    return new Effect(
            outcome.worse(other.outcome),
            interruption.alongside(other.interruption),
            dataLoss.worse(other.dataLoss),
            Stream.concat(why.stream(), other.why.stream()).distinct().toList(),
            affected)
        .touching(other.affected);
  }

  /** All of {@code effects} at once: as {@link #and} of one after the other, but quicker. */
  public static Effect all(List<Effect> effects) {
    Outcome outcome = NOTHING.outcome;
    Interruption interruption = NOTHING.interruption;
    DataLoss dataLoss = NOTHING.dataLoss;
    var why = new LinkedHashSet<String>();
    var affected = new LinkedHashSet<ResourceNode>();
    for (Effect effect : effects) {
      outcome = outcome.worse(effect.outcome);
      interruption = interruption.alongside(effect.interruption);
      dataLoss = dataLoss.worse(effect.dataLoss);
      why.addAll(effect.why);
      affected.addAll(effect.affected);
    }
    return new Effect(outcome, interruption, dataLoss, List.copyOf(why), List.copyOf(affected));
  }

  public Verdict of(Failure failure) {
    return new Verdict(
        failure,
        outcome,
        interruption,
        dataLoss,
        why,
        affected.stream().map(ResourceNode::urn).toList());
  }
}
