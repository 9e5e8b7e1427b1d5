package dev.mainstay.resilience;

import java.util.List;

/**
 * What a stack promises for every failure but the loss of its region, which Resilience Hub leaves
 * out of a policy too unless it is asked for.
 *
 * @param rtoSeconds longest interruption
 * @param rpoSeconds longest time of which data may be lost
 */
public record Targets(long rtoSeconds, long rpoSeconds) {

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

  public List<Comparison> compare(Resilience resilience) {
    return resilience.verdicts().stream()
        .filter(verdict -> verdict.failure().kind().disruption() != Disruption.REGION)
        .map(verdict -> new Comparison(verdict, rto(verdict), rpo(verdict.dataLoss())))
        .toList();
  }

  private Standing rto(Verdict verdict) {
    Interruption time = verdict.interruption();
    if (time.minSeconds() != null && time.minSeconds() > rtoSeconds) {
      return Standing.MISSED;
    }
    if (time.maxSeconds() == null) {
      return verdict.outcome() == Outcome.DOWN ? Standing.MISSED : Standing.NOT_KNOWN;
    }
    return time.maxSeconds() > rtoSeconds ? Standing.MISSED : Standing.MET;
  }

  private Standing rpo(DataLoss loss) {
    return switch (loss.extent()) {
      case NONE -> Standing.MET;
      case WINDOW -> loss.seconds() > rpoSeconds ? Standing.MISSED : Standing.MET;
      case UNKNOWN -> Standing.NOT_KNOWN;
      case ALL -> Standing.MISSED;
    };
  }
}
