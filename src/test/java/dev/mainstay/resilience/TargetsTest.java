package dev.mainstay.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mainstay.Stacks;
import dev.mainstay.resilience.Targets.Comparison;
import dev.mainstay.resilience.Targets.Standing;
import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final Targets TARGETS = new Targets(120, 300);
  private static final Availability NO_FIGURE = new Availability(null, "", List.of());

  private static Comparison compare(Outcome outcome, Interruption time, DataLoss loss) {
    var verdict =
        new Verdict(new Failure(Failure.Kind.ZONE, "z"), outcome, time, loss, List.of(), List.of());
    return TARGETS
        .compare(new Resilience(List.of(verdict), List.of(), NO_FIGURE, List.of()))
        .get(0);
  }

  private static Standing rto(Outcome outcome, Interruption time) {
    return compare(outcome, time, DataLoss.NONE).rto();
  }

  private static Standing rpo(DataLoss loss) {
    return compare(Outcome.SURVIVES, Interruption.NONE, loss).rpo();
  }

  @Test
  void theTargetIsMetUpToAndWithIt() {
    assertThat(rto(Outcome.SURVIVES, Interruption.between(60, 120))).isEqualTo(Standing.MET);
    assertThat(rto(Outcome.SURVIVES, Interruption.between(60, 121))).isEqualTo(Standing.MISSED);
    assertThat(rpo(DataLoss.lastSeconds(300))).isEqualTo(Standing.MET);
    assertThat(rpo(DataLoss.lastSeconds(301))).isEqualTo(Standing.MISSED);
  }

  @Test
  void anOpenEndIsMissedOnlyIfItsBeginningIs() {
    assertThat(rto(Outcome.SURVIVES, Interruption.atLeast(120))).isEqualTo(Standing.NOT_KNOWN);
    assertThat(rto(Outcome.SURVIVES, Interruption.atLeast(121))).isEqualTo(Standing.MISSED);
    assertThat(rto(Outcome.DOWN, Interruption.atLeast(1))).isEqualTo(Standing.NOT_KNOWN);
    assertThat(rto(Outcome.UNKNOWN, Interruption.UNKNOWN)).isEqualTo(Standing.NOT_KNOWN);
    assertThat(rto(Outcome.DOWN, Interruption.UNKNOWN)).isEqualTo(Standing.NOT_KNOWN);
  }

  @Test
  void losingEverythingMissesEveryTarget() {
    assertThat(rpo(DataLoss.NONE)).isEqualTo(Standing.MET);
    assertThat(rpo(DataLoss.UNKNOWN)).isEqualTo(Standing.NOT_KNOWN);
    assertThat(rpo(DataLoss.ALL)).isEqualTo(Standing.MISSED);
  }

  @Test
  void aMissedTargetIsOneOfTheTwo() {
    assertThat(compare(Outcome.SURVIVES, Interruption.NONE, DataLoss.ALL).missed()).isTrue();
    assertThat(compare(Outcome.DOWN, Interruption.atLeast(121), DataLoss.NONE).missed()).isTrue();
    assertThat(compare(Outcome.UNKNOWN, Interruption.UNKNOWN, DataLoss.UNKNOWN).missed()).isFalse();
  }

  @Test
  void theLossOfTheRegionIsNotHeldAgainstAStack() {
    assertThat(TARGETS.compare(Resilience.of(Stacks.prod())))
        .filteredOn(it -> it.rto() != Standing.MET || it.rpo() != Standing.MET)
        .extracting(it -> it.verdict().failure().title(), Comparison::rto, Comparison::rpo)
        .containsExactly(
            tuple("Data of `database` is lost or corrupted", Standing.NOT_KNOWN, Standing.MET),
            tuple("Cache primary fails (`cache`)", Standing.NOT_KNOWN, Standing.MET));
  }

  @Test
  void whatThereIsNoTargetForIsMet() {
    var timeOnly = new Targets(120, Targets.NO_TARGET);
    var lossOnly = new Targets(Targets.NO_TARGET, 300);
    var worst = new Resilience(List.of(down()), List.of(), NO_FIGURE, List.of());

    assertThat(timeOnly.compare(worst))
        .containsExactly(new Comparison(down(), Standing.NOT_KNOWN, Standing.MET));
    assertThat(lossOnly.compare(worst))
        .containsExactly(new Comparison(down(), Standing.MET, Standing.MISSED));
  }

  private static Verdict down() {
    return new Verdict(
        new Failure(Failure.Kind.ZONE, "z"),
        Outcome.DOWN,
        Interruption.UNKNOWN,
        DataLoss.ALL,
        List.of(),
        List.of());
  }

  @Test
  void theTextNamesTheTargetsThatThereAre() {
    assertThat(TARGETS.text()).isEqualTo("RTO 120 s, RPO 300 s");
    assertThat(new Targets(120, Targets.NO_TARGET).text()).isEqualTo("RTO 120 s");
    assertThat(new Targets(Targets.NO_TARGET, 300).text()).isEqualTo("RPO 300 s");
  }
}
