package dev.mainstay.resilience;

import dev.mainstay.facts.ServiceLevel;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.path.EntryPoint;
import dev.mainstay.resilience.store.CacheTier;
import dev.mainstay.resilience.store.DatabaseTier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * What AWS's service level agreements add up to for a request, which needs all tiers at once. An
 * agreement promises credit, not availability; the application itself is in no agreement. Both
 * figures are rounded so that they promise no more than their product.
 *
 * @param percent to two decimals, as agreements have them; null if there is nothing to count
 * @param downtimeMinutes what that leaves of 30 days; null if there is nothing to count
 * @param arithmetic how it comes about, line by line
 */
public record Availability(
    @Nullable BigDecimal percent, @Nullable Long downtimeMinutes, List<String> arithmetic) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MINUTES_OF_30_DAYS = BigDecimal.valueOf(30L * 24 * 60);

  /** Such as {@code 99.92 %}. */
  public String text() {
    return percent == null ? "not known" : percent.toPlainString() + " %";
  }

  /** Such as {@code by AWS's agreements: 10 h 50 min of downtime in 30 days}. */
  public String detail() {
    return "by AWS's agreements" + (downtimeMinutes == null ? "" : ": " + downtime());
  }

  private String downtime() {
    long hours = downtimeMinutes / 60;
    return "%s%d min of downtime in 30 days"
        .formatted(hours == 0 ? "" : hours + " h ", downtimeMinutes % 60);
  }

  static Availability of(
      ResourceGraph graph,
      List<EntryPoint> entries,
      List<Fleet> fleets,
      List<DatabaseTier> databases,
      List<CacheTier> caches,
      List<ResourceNode> unjudged) {
    var sum = new Sum();
    if (!graph.all("aws:route53/record:Record").isEmpty()) {
      sum.add("DNS records", "Route 53", "route53", "any");
    }
    for (EntryPoint entry : entries) {
      boolean many = entry.spansZones();
      sum.add(
          entry.node().name(),
          many
              ? "load balancer in several zones"
              : "load balancer, not known to be in several zones",
          "elb",
          many ? "multiZone" : "singleZone");
    }
    for (Fleet fleet : fleets) {
      boolean many = fleet.spansZones();
      sum.add(
          fleet.name(),
          many ? "EC2 in several zones" : "EC2, not known to run in several zones",
          "ec2",
          many ? "multiZone" : "instance");
    }
    for (DatabaseTier database : databases) {
      boolean many = database.hasStandby();
      sum.add(
          database.node().name(),
          many ? "RDS with a standby" : "RDS without a standby",
          "rds",
          many ? "multiZone" : "singleZone");
    }
    for (CacheTier cache : caches) {
      boolean many = cache.failsOver() && cache.spansZones();
      sum.add(
          cache.node().name(),
          many ? "ElastiCache over several zones" : "ElastiCache in one zone",
          "elasticache",
          many ? "multiZone" : "singleZone");
    }
    return sum.total(unjudged);
  }

  private static final class Sum {
    private final List<String> lines = new ArrayList<>();
    private final List<BigDecimal> factors = new ArrayList<>();

    void add(String name, String what, String service, String configuration) {
      ServiceLevel level = ServiceLevel.of(service, configuration).orElseThrow();
      factors.add(level.percent().divide(HUNDRED));
      lines.add(
          "%s (%s): %s %% (%s)"
              .formatted(name, what, level.percent().toPlainString(), level.source()));
    }

    Availability total(List<ResourceNode> unjudged) {
      Availability total = factors.isEmpty() ? new Availability(null, null, List.of()) : product();
      if (!factors.isEmpty()) {
        lines.add(
            "%s = %s (rounded down): %s"
                .formatted(
                    factors.stream()
                        .map(BigDecimal::toPlainString)
                        .collect(Collectors.joining(" x ")),
                    total.text(),
                    total.downtime()));
      }
      lines.add("NAT is not counted: no request comes in through it.");
      for (ResourceNode node : unjudged) {
        lines.add("%s (%s) is not counted: it is not judged.".formatted(node.name(), node.type()));
      }
      return new Availability(total.percent, total.downtimeMinutes, List.copyOf(lines));
    }

    private Availability product() {
      BigDecimal share = factors.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
      BigDecimal missing = BigDecimal.ONE.subtract(share).multiply(MINUTES_OF_30_DAYS);
      return new Availability(
          share.multiply(HUNDRED).setScale(2, RoundingMode.DOWN),
          missing.setScale(0, RoundingMode.UP).longValueExact(),
          List.of());
    }
  }
}
