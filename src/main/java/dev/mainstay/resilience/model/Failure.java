package dev.mainstay.resilience.model;

/**
 * Something that fails.
 *
 * @param kind what kind of thing
 * @param subject which one: a zone, a region, or the name of a resource
 */
public record Failure(Kind kind, String subject) {

  /** What can fail, and the disruption that this is to Resilience Hub. */
  public enum Kind {
    /** Nothing fails: whether requests find their way at all. */
    NONE("normal operation", Disruption.SOFTWARE),
    ZONE("zone", Disruption.ZONE),
    NAT_GATEWAY("NAT gateway", Disruption.HARDWARE),
    NAT_INSTANCE("NAT instance", Disruption.HARDWARE),
    INSTANCE("an instance of", Disruption.HARDWARE),
    DATABASE_PRIMARY("primary of database", Disruption.HARDWARE),
    DATABASE_CONTENT("storage or content of database", Disruption.SOFTWARE),
    CACHE_PRIMARY("primary of cache", Disruption.HARDWARE),
    ROLLING_REPLACEMENT("rolling replacement of", Disruption.SOFTWARE),
    REGION("region", Disruption.REGION);

    private final String phrase;
    private final Disruption disruption;

    Kind(String phrase, Disruption disruption) {
      this.phrase = phrase;
      this.disruption = disruption;
    }

    public Disruption disruption() {
      return disruption;
    }
  }

  /** Such as {@code zone eu-central-1a}. */
  public String title() {
    return subject.isEmpty() ? kind.phrase : kind.phrase + " " + subject;
  }
}
