package dev.mainstay.resilience.model;

/**
 * The worst that disruptions of one kind do, in the terms of AWS Resilience Hub.
 *
 * @param disruption the kind
 * @param outcome the worst outcome
 * @param recoveryTime estimated workload RTO
 * @param recoveryPoint estimated workload RPO
 */
public record Estimate(
    Disruption disruption, Outcome outcome, Interruption recoveryTime, DataLoss recoveryPoint) {

  public static Estimate of(Verdict verdict) {
    return new Estimate(
        verdict.failure().kind().disruption(),
        verdict.outcome(),
        verdict.interruption(),
        verdict.dataLoss());
  }

  /** Of a kind of which nothing is known. */
  public static Estimate unknown(Disruption disruption) {
    return new Estimate(disruption, Outcome.UNKNOWN, Interruption.UNKNOWN, DataLoss.UNKNOWN);
  }

  public Estimate and(Estimate other) {
    return new Estimate(
        disruption,
        outcome.worse(other.outcome),
        recoveryTime.alongside(other.recoveryTime),
        recoveryPoint.worse(other.recoveryPoint));
  }
}
