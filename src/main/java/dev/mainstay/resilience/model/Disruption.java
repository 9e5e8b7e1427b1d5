package dev.mainstay.resilience.model;

/**
 * The kinds of disruption that AWS Resilience Hub tells apart; see <a
 * href="https://docs.aws.amazon.com/resilience-hub/latest/userguide/resiliency-policies.html">its
 * policies</a>, which set a recovery time (RTO) and recovery point (RPO) for each.
 */
public enum Disruption {
  SOFTWARE("Application"),
  HARDWARE("Infrastructure"),
  ZONE("Availability Zone"),
  REGION("Region");

  private final String title;

  Disruption(String title) {
    this.title = title;
  }

  /** What the console of Resilience Hub calls it. */
  public String title() {
    return title;
  }
}
