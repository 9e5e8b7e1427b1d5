package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A store that no server may reach, such as a reporting database: its failures cost no request. Its
 * data is lost all the same.
 */
public record UnusedStore(Store store) implements Store {
  @Override
  public ResourceNode node() {
    return store.node();
  }

  @Override
  public Kind kind() {
    return store.kind();
  }

  @Override
  public List<ResourceNode> parts() {
    return store.parts();
  }

  @Override
  public List<Access> accesses() {
    return List.of();
  }

  @Override
  public Effect normal() {
    return Effect.NOTHING;
  }

  @Override
  public Effect zone(String zone) {
    Effect effect = store.zone(zone);
    return effect.equals(Effect.NOTHING) ? effect : unfelt(effect);
  }

  private Effect unfelt(Effect effect) {
    return Effect.of(
            Outcome.SURVIVES,
            "No server may reach `%s`: no request depends on it.".formatted(node().name()))
        .losing(effect.dataLoss())
        .touching(effect.affected());
  }

  @Override
  public Effect regionLost() {
    return store.regionLost();
  }

  @Override
  public List<Verdict> failures() {
    return store.failures().stream().map(this::unfelt).toList();
  }

  private Verdict unfelt(Verdict verdict) {
    return new Verdict(
        verdict.failure(),
        Outcome.SURVIVES,
        Interruption.NONE,
        verdict.dataLoss(),
        List.of("No server may reach `%s`: no request depends on it.".formatted(node().name())),
        verdict.affected());
  }

  @Override
  public Optional<Agreement> agreement() {
    return Optional.empty();
  }
}
