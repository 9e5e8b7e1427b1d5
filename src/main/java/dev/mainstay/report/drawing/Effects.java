package dev.mainstay.report.drawing;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Verdict;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What each failure does to what is drawn. */
final class Effects {
  private final List<Verdict> verdicts;
  private final IdentityHashMap<Verdict, Set<String>> affected = new IdentityHashMap<>();

  /**
   * A mark that a failure leaves.
   *
   * @param failure the place of the failure among the verdicts
   */
  record Mark(int failure, String state) {}

  Effects(List<Verdict> verdicts) {
    this.verdicts = verdicts;
    verdicts.forEach(verdict -> affected.put(verdict, Set.copyOf(verdict.affected())));
  }

  List<Mark> onUsers() {
    return marks(verdict -> Optional.of(state(verdict)));
  }

  List<Mark> onZone(String zone) {
    return marks(verdict -> failed(isZone(verdict, zone) || isRegion(verdict)));
  }

  List<Mark> onSubnet(String zone, List<ResourceNode> subnets) {
    return marks(
        verdict ->
            failed(isZone(verdict, zone) || isRegion(verdict))
                .or(() -> isZone(verdict) ? Optional.empty() : touched(verdict, subnets)));
  }

  List<Mark> on(Part part) {
    return marks(
        verdict ->
            failed(takesAll(verdict, part))
                .or(() -> failed(part.units() == 0 && takesOne(verdict, part)))
                .or(
                    () ->
                        touched(verdict, List.of(part.node())).map(it -> left(verdict, part, it))));
  }

  /** A part with servers or nodes in other zones survives the failure of one zone. */
  private static State left(Verdict verdict, Part part, State state) {
    boolean elsewhere = isZone(verdict) && !part.oneOfZones();
    boolean needed = part.kind() == Part.Kind.SERVERS && state == State.DEGRADED;
    return elsewhere && state != State.UNKNOWN && !needed ? State.SURVIVES : state;
  }

  /** On one of the servers of a part. */
  List<Mark> onUnit(Part part, int number) {
    return marks(
        verdict ->
            failed(takesAll(verdict, part))
                .or(() -> failed(number == 0 && takesOne(verdict, part))));
  }

  private List<Mark> marks(Function<Verdict, Optional<State>> effect) {
    var marks = new ArrayList<Mark>();
    for (int index = 0; index < verdicts.size(); index++) {
      Verdict verdict = verdicts.get(index);
      if (verdict.failure().kind() != Failure.Kind.NONE) {
        int number = index;
        effect.apply(verdict).ifPresent(state -> marks.add(new Mark(number, state.style())));
      }
    }
    return List.copyOf(marks);
  }

  private static boolean takesAll(Verdict verdict, Part part) {
    boolean same = verdict.failure().subject().equals(part.node().name());
    return switch (verdict.failure().kind()) {
      case REGION -> true;
      case ZONE -> part.onlyIn(verdict.failure().subject());
      case NAT_GATEWAY, NAT_INSTANCE -> part.kind() == Part.Kind.NAT && same;
      case DATABASE_CONTENT -> part.kind() == Part.Kind.DATABASE && same;
      default -> false;
    };
  }

  private static boolean takesOne(Verdict verdict, Part part) {
    boolean same = part.primary() && verdict.failure().subject().equals(part.node().name());
    return switch (verdict.failure().kind()) {
      case INSTANCE, ROLLING_REPLACEMENT -> part.kind() == Part.Kind.SERVERS && same;
      case DATABASE_PRIMARY -> part.kind() == Part.Kind.DATABASE && same;
      case CACHE_PRIMARY -> part.kind() == Part.Kind.CACHE && same;
      default -> false;
    };
  }

  private static boolean isRegion(Verdict verdict) {
    return verdict.failure().kind() == Failure.Kind.REGION;
  }

  private static boolean isZone(Verdict verdict) {
    return verdict.failure().kind() == Failure.Kind.ZONE;
  }

  private static boolean isZone(Verdict verdict, String zone) {
    return isZone(verdict) && verdict.failure().subject().equals(zone);
  }

  private static Optional<State> failed(boolean so) {
    return so ? Optional.of(State.LOST) : Optional.empty();
  }

  private Optional<State> touched(Verdict verdict, List<ResourceNode> nodes) {
    return Stream.of(nodes)
        .filter(all -> all.stream().anyMatch(node -> affected.get(verdict).contains(node.urn())))
        .findFirst()
        .map(some -> state(verdict));
  }

  private static State state(Verdict verdict) {
    return switch (verdict.outcome()) {
      case SURVIVES -> State.SURVIVES;
      case DEGRADED -> State.DEGRADED;
      case UNKNOWN -> State.UNKNOWN;
      case DOWN -> State.DOWN;
    };
  }
}
