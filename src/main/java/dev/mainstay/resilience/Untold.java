package dev.mainstay.resilience;

import dev.mainstay.facts.DecidingInputs;
import dev.mainstay.facts.DecidingInputs.Decides;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Inputs that decide verdicts and that the JSON of a stack does not tell. They may be anything: the
 * verdicts that depend on them are not known, neither the good ones nor the bad ones.
 *
 * @param requests sentences about those that decide whether requests are answered
 * @param failures sentences about those that decide what a failure does
 * @param spansRegions whether parts of the service are in another region
 */
record Untold(List<String> requests, List<String> failures, boolean spansRegions) {
  /** Copies and global services have these in other regions, and no request waits for them. */
  private static final Set<String> NOWHERE = Set.of("aws:kms/key:Key", "aws:wafv2/webAcl:WebAcl");

  static Untold in(ResourceGraph marked) {
    var requests = new ArrayList<String>();
    var failures = new ArrayList<String>();
    boolean spansRegions = false;
    for (ResourceNode node : marked.resources()) {
      if (isElsewhere(node)) {
        spansRegions = true;
        requests.add(
            "`%s` is in another region, %s: whether requests depend on it is not known."
                .formatted(node.name(), node.text(ResourceNode.ELSEWHERE, "")));
      }
      DecidingInputs.of(node.type())
          .forEach(
              (input, decides) -> {
                if (node.input(input).filter(Untold::holdsMark).isPresent()) {
                  (decides == Decides.REQUEST ? requests : failures)
                      .add("`%s` of `%s` is not known.".formatted(input, node.name()));
                }
              });
    }
    return new Untold(List.copyOf(requests), List.copyOf(failures), spansRegions);
  }

  private static boolean isElsewhere(ResourceNode node) {
    return node.input(ResourceNode.ELSEWHERE).isPresent()
        && !DecidingInputs.of(node.type()).isEmpty()
        && !NOWHERE.contains(node.type());
  }

  private static boolean holdsMark(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(Untold::holdsMark);
    }
    return value instanceof Collection<?> list
        ? list.stream().anyMatch(Untold::holdsMark)
        : ResourceNode.UNKNOWN_VALUE.equals(value);
  }

  /** Normal operation, as far as it is known. */
  Effect normal(Effect seen) {
    return requests.isEmpty()
        ? seen
        : requests.stream()
            .map(Effect::unknown)
            .reduce(Effect::and)
            .orElseThrow()
            .touching(seen.affected());
  }

  /** A verdict on a failure, as far as it is known. The loss of the only region is known. */
  Verdict of(Verdict verdict) {
    Failure.Kind kind = verdict.failure().kind();
    List<String> all = Stream.concat(requests.stream(), failures.stream()).toList();
    if (all.isEmpty() || kind == Failure.Kind.NONE || isOnlyRegion(kind)) {
      return verdict;
    }
    return new Verdict(
        verdict.failure(),
        Outcome.UNKNOWN,
        Interruption.UNKNOWN,
        verdict.dataLoss(),
        Stream.concat(all.stream(), verdict.why().stream()).distinct().toList(),
        verdict.affected());
  }

  private boolean isOnlyRegion(Failure.Kind kind) {
    return kind == Failure.Kind.REGION && !spansRegions;
  }
}
