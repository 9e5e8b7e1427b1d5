package dev.mainstay.resilience;

import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Disruption;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a stack promises for every failure but the loss of its region, which Resilience Hub leaves
 * out of a policy too unless it is asked for.
 *
 * @param rtoSeconds longest interruption; {@link #NO_TARGET} for none
 * @param rpoSeconds longest time of which data may be lost; {@link #NO_TARGET} for none
 */
public record Targets(long rtoSeconds, long rpoSeconds) {

  /** Of an objective that there is no target for. */
  public static final long NO_TARGET = Long.MAX_VALUE;

  /** How a verdict stands to the targets. */
  public enum Standing {
    MET,
    /** No figure says that it is met, and none that it is missed. */
    NOT_KNOWN,
    MISSED
  }

  /** A verdict and how it stands. */
  public record Comparison(Verdict verdict, Standing rto, Standing rpo) {
    public boolean missed() {
      return rto == Standing.MISSED || rpo == Standing.MISSED;
    }
  }

  /** Such as {@code RTO 300 s, RPO 300 s}. */
  public String text() {
    return Stream.of(text("RTO", rtoSeconds), text("RPO", rpoSeconds))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String text(String objective, long seconds) {
    return seconds == NO_TARGET ? "" : "%s %d s".formatted(objective, seconds);
  }

  public List<Comparison> compare(Resilience resilience) {
    return resilience.verdicts().stream()
        .filter(verdict -> verdict.failure().kind().disruption() != Disruption.REGION)
        .map(verdict -> new Comparison(verdict, rto(verdict), rpo(verdict.dataLoss())))
        .toList();
  }

  private Standing rto(Verdict verdict) {
    if (rtoSeconds == NO_TARGET) {
      return Standing.MET;
    }
    Interruption time = verdict.interruption();
    if (time.minSeconds() != null && time.minSeconds() > rtoSeconds) {
      return Standing.MISSED;
    }
    if (time.maxSeconds() == null) {
      return Standing.NOT_KNOWN;
    }
    return time.maxSeconds() > rtoSeconds ? Standing.MISSED : Standing.MET;
  }

  private Standing rpo(DataLoss loss) {
    if (rpoSeconds == NO_TARGET) {
      return Standing.MET;
    }
    return switch (loss.extent()) {
      case NONE -> Standing.MET;
      case WINDOW -> loss.seconds() > rpoSeconds ? Standing.MISSED : Standing.MET;
      case UNKNOWN -> Standing.NOT_KNOWN;
      case ALL -> Standing.MISSED;
    };
  }
}
