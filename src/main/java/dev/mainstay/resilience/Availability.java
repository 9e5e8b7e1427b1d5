package dev.mainstay.resilience;

import dev.mainstay.facts.ServiceLevel;
import dev.mainstay.graph.ResourceGraph;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What AWS's service level agreements add up to for a request, which needs all tiers at once. An
 * agreement promises credit, not availability; the application itself is in no agreement.
 *
 * @param percent the product; 100 if there is nothing to count
 * @param arithmetic how it comes about, line by line
 */
public record Availability(BigDecimal percent, List<String> arithmetic) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MINUTES_OF_30_DAYS = BigDecimal.valueOf(30L * 24 * 60);

  static Availability of(
      ResourceGraph graph,
      List<EntryPoint> entries,
      List<Fleet> fleets,
      List<DatabaseTier> databases,
      List<CacheTier> caches) {
    var sum = new Sum();
    if (!graph.all("aws:route53/record:Record").isEmpty()) {
      sum.add("DNS records", "Route 53", "route53", "any");
    }
    for (EntryPoint entry : entries) {
      boolean many = entry.spansZones();
      sum.add(
          entry.node().name(),
          "load balancer in %s".formatted(many ? "several zones" : "one zone"),
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
    return sum.total();
  }

  private static final class Sum {
    private final List<String> lines = new ArrayList<>();
    private final List<BigDecimal> factors = new ArrayList<>();

    void add(String name, String what, String service, String configuration) {
      ServiceLevel level = ServiceLevel.of(service, configuration).orElseThrow();
      factors.add(level.percent());
      lines.add(
          "%s (%s): %s %% (%s)"
              .formatted(name, what, level.percent().toPlainString(), level.source()));
    }

    Availability total() {
      BigDecimal share =
          factors.stream()
              .map(percent -> percent.divide(HUNDRED))
              .reduce(BigDecimal.ONE, BigDecimal::multiply);
      BigDecimal percent =
          share.multiply(HUNDRED).round(new MathContext(6, RoundingMode.DOWN)).stripTrailingZeros();
      if (!factors.isEmpty()) {
        BigDecimal minutes =
            BigDecimal.ONE
                .subtract(share)
                .multiply(MINUTES_OF_30_DAYS)
                .setScale(0, RoundingMode.HALF_UP);
        lines.add(
            "%s = %s %%: %s minutes in 30 days"
                .formatted(
                    factors.stream()
                        .map(each -> each.divide(HUNDRED).toPlainString())
                        .collect(Collectors.joining(" x ")),
                    percent.toPlainString(),
                    minutes.toPlainString()));
      }
      lines.add("NAT is not counted: no request comes in through it.");
      return new Availability(percent, List.copyOf(lines));
    }
  }
}
