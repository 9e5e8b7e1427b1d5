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
import java.util.stream.Stream;

/**
 * Inputs that decide verdicts and that the JSON of a stack does not tell. They may be anything: the
 * verdicts that depend on them are not known, neither the good ones nor the bad ones.
 *
 * @param requests sentences about those that decide whether requests are answered
 * @param failures sentences about those that decide what a failure does
 */
record Untold(List<String> requests, List<String> failures) {
  /** Stands in place of a value that is not known yet, or not told. */
  private static final String MARK = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  static Untold in(ResourceGraph marked) {
    var requests = new ArrayList<String>();
    var failures = new ArrayList<String>();
    for (ResourceNode node : marked.resources()) {
      DecidingInputs.of(node.type())
          .forEach(
              (input, decides) -> {
                if (node.input(input).filter(Untold::holdsMark).isPresent()) {
                  (decides == Decides.REQUEST ? requests : failures)
                      .add("`%s` of `%s` is not known.".formatted(input, node.name()));
                }
              });
    }
    return new Untold(List.copyOf(requests), List.copyOf(failures));
  }

  private static boolean holdsMark(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(Untold::holdsMark);
    }
    return value instanceof Collection<?> list
        ? list.stream().anyMatch(Untold::holdsMark)
        : MARK.equals(value);
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

  /** A verdict on a failure, as far as it is known. That of the region depends on nothing. */
  Verdict of(Verdict verdict) {
    Failure.Kind kind = verdict.failure().kind();
    List<String> all = Stream.concat(requests.stream(), failures.stream()).toList();
    if (all.isEmpty() || kind == Failure.Kind.NONE || kind == Failure.Kind.REGION) {
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
}
