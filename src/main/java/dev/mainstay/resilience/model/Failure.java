package dev.mainstay.resilience.model;

/**
 * Something that fails.
 *
 * @param kind what fails
 * @param subject the zone, the region, or the name of the resource
 */
public record Failure(Kind kind, String subject) {

  /** What can fail, and the disruption that this is to Resilience Hub. */
  public enum Kind {
    /** Nothing fails: whether requests are answered at all. */
    NONE("Normal operation", Disruption.SOFTWARE),
    ZONE("Availability Zone %s fails", Disruption.ZONE),
    NAT_GATEWAY("NAT gateway `%s` fails", Disruption.HARDWARE),
    NAT_INSTANCE("NAT instance `%s` fails", Disruption.HARDWARE),
    INSTANCE("One server of `%s` fails", Disruption.HARDWARE),
    DATABASE_PRIMARY("Database primary fails (`%s`)", Disruption.HARDWARE),
    DATABASE_CONTENT("Data of `%s` is lost or corrupted", Disruption.SOFTWARE),
    CACHE_PRIMARY("Cache primary fails (`%s`)", Disruption.HARDWARE),
    ROLLING_REPLACEMENT("Rolling deployment of `%s`", Disruption.SOFTWARE),
    REGION("Region %s fails", Disruption.REGION);

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

  /** Such as {@code Availability Zone eu-central-1a fails}. */
  public String title() {
    return kind.phrase.formatted(subject);
  }
}
