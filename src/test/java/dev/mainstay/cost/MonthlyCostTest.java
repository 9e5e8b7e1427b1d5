package dev.mainstay.cost;

import static dev.mainstay.cost.Estimate.SHIPPED;
import static dev.mainstay.cost.Estimate.in;
import static dev.mainstay.cost.Estimate.lines;
import static dev.mainstay.cost.Estimate.notPriced;
import static dev.mainstay.graph.HandMade.graph;
import static dev.mainstay.graph.HandMade.urn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.HandMade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthlyCostTest {
  private static final String NAT = "aws:ec2/natGateway:NatGateway";
  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

  private static final String SOURCES = "ctk2026 envsim2026 finops2026 rdspost2026";

  private static MonthlyCost cost(HandMade graph) {
    return MonthlyCost.of(graph.build(), SHIPPED);
  }

  private static HandMade twoGateways() {
    return in("eu-central-1")
        .component("network")
        .with(NAT, "nat-a", Map.of())
        .with(NAT, "nat-b", Map.of());
  }

  @Test
  void aLineNamesComponentResourcesArithmeticAndSource() {
    var cost = cost(twoGateways());

    assertThat(cost.project()).isEqualTo("shop");
    assertThat(cost.stack()).isEqualTo("prod");
    assertThat(cost.region()).isEqualTo("eu-central-1");
    assertThat(cost.lines())
        .containsExactly(
            // 2 x 730 h x 0.052 = 75.92
            new CostLine(
                "network",
                List.of(urn(NAT, "nat-a"), urn(NAT, "nat-b")),
                "NAT gateway",
                new BigDecimal("1460"),
                "hour",
                new BigDecimal("0.052"),
                new BigDecimal("75.92"),
                "",
                false,
                SOURCES,
                "2026"),
            // 2 x 10 GB x 0.052 = 1.04
            new CostLine(
                "network",
                List.of(urn(NAT, "nat-a"), urn(NAT, "nat-b")),
                "NAT gateway data",
                new BigDecimal("20"),
                "gb",
                new BigDecimal("0.052"),
                new BigDecimal("1.04"),
                "10 GB (usage.natGb)",
                true,
                "ctk2026 rdspost2026",
                "2026"));
    assertThat(cost.total()).isEqualTo(new Amount(new BigDecimal("76.96"), 0));
  }

  @Test
  void aLineIsRoundedOnceAndHalfUp() {
    // 10 GB x 0.0245 would be 0.245 in one line, and 10 x 0.02 = 0.20 if each were rounded.
    var graph = in("eu-central-1");
    for (int index = 0; index < 10; index++) {
      graph.with("aws:s3/bucketV2:BucketV2", "logs-" + index, Map.of());
    }

    assertThat(cost(graph).lines())
        .filteredOn(line -> line.item().equals("bucket storage"))
        .extracting(CostLine::monthlyUsd)
        .containsExactly(new BigDecimal("0.25"));
  }

  @Test
  void itemsWithOtherAssumptionsOrOfOtherComponentsStayApart() {
    var graph =
        in("us-east-1")
            .component("one")
            .with("aws:cloudwatch/logGroup:LogGroup", "a", Map.of("retentionInDays", 30L))
            .with("aws:cloudwatch/logGroup:LogGroup", "b", Map.of("retentionInDays", 60L))
            .component("other")
            .with("aws:cloudwatch/logGroup:LogGroup", "c", Map.of("retentionInDays", 30L));

    assertThat(cost(graph).lines())
        .filteredOn(line -> line.item().equals("log storage"))
        .extracting(line -> line.component() + ": " + line.assumption())
        .containsExactly(
            "one: 1 GB (usage.logGb); kept for 60 days, not compressed",
            "one: 1 GB (usage.logGb); kept for 30 days, not compressed",
            "other: 1 GB (usage.logGb); kept for 30 days, not compressed");
  }

  @Test
  void theMostExpensiveComponentComesFirst() {
    var graph =
        in("eu-central-1")
            .component("small")
            .with(ALARM, "alarm", Map.of())
            .component("large")
            .with(NAT, "nat", Map.of());

    assertThat(cost(graph).byComponent())
        .containsExactly(
            Map.entry("large", new Amount(new BigDecimal("38.48"), 0)),
            Map.entry("small", new Amount(new BigDecimal("0.10"), 0)));
  }

  @Test
  void anEmptyStackCostsNothing() {
    var cost = cost(graph());

    assertThat(cost)
        .isEqualTo(
            new MonthlyCost(
                "shop",
                "prod",
                "",
                List.of(),
                List.of(),
                new Savings(new BigDecimal("0.00"), List.of()),
                null));
    assertThat(cost.total()).isEqualTo(new Amount(new BigDecimal("0.00"), 0));
  }

  @Test
  void whatHasNoPriceInTheRegionIsNotIncluded() {
    var cost = cost(in("af-south-1").with(NAT, "nat", Map.of()));

    assertThat(cost.notPriced())
        .containsExactly(
            new NotPriced(
                "app",
                urn(NAT, "nat"),
                "NAT gateway",
                "no price of nat-gateway hour per hour in af-south-1"),
            new NotPriced(
                "app",
                urn(NAT, "nat"),
                "NAT gateway data",
                "no price of nat-gateway data per gb in af-south-1"));
    assertThat(cost.total()).isEqualTo(new Amount(new BigDecimal("0.00"), 2));
  }

  @Test
  void withoutARegionOnlyItemsThatCostTheSameEverywhereHaveAPrice() {
    var graph =
        graph()
            .with("aws:route53/zone:Zone", "zone", Map.of())
            .with("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm", Map.of());

    assertThat(lines(graph)).containsExactly("hosted zone: 1 month x 0.5 = 0.50");
    assertThat(notPriced(graph))
        .containsExactly(
            "alarm, per metric: no price of cloudwatch alarm-standard per month in a region that is"
                + " not known");
  }

  @Test
  void aComponentIsTheTopmostParent() {
    assertThat(cost(graph().with("aws:route53/zone:Zone", "alone", Map.of())).byComponent())
        .containsExactly(Map.entry("alone", new Amount(new BigDecimal("0.50"), 0)));
  }

  @Test
  void whatIsNotIncludedIsCountedWithTheComponentItBelongsTo() {
    var cost =
        cost(
            graph()
                .component("letters")
                .with("aws:sqs/queue:Queue", "inbox", Map.of())
                .with("aws:sqs/queue:Queue", "outbox", Map.of())
                .component("names")
                .with("aws:route53/zone:Zone", "zone", Map.of())
                .with("aws:sqs/queue:Queue", "queue", Map.of()));

    assertThat(cost.byComponent())
        .containsExactly(
            Map.entry("names", new Amount(new BigDecimal("0.50"), 1)),
            Map.entry("letters", new Amount(new BigDecimal("0.00"), 2)));
    assertThat(cost.total()).isEqualTo(new Amount(new BigDecimal("0.50"), 3));
  }

  @Test
  void whatIsFreeIsNotListedAndWhatIsUnknownIs() {
    var graph =
        in("us-east-1")
            .with("aws:secretsmanager/secret:Secret", "secret", Map.of())
            .with("aws:iam/role:Role", "role", Map.of())
            .with("aws:budgets/budget:Budget", "budget", Map.of())
            .with("aws:acm/certificate:Certificate", "public", Map.of())
            .with(
                "aws:acm/certificate:Certificate",
                "private",
                Map.of("certificateAuthorityArn", "arn"))
            .with("aws:ssm/parameter:Parameter", "plain", Map.of())
            .with("aws:ssm/parameter:Parameter", "large", Map.of("tier", "Advanced"))
            .with("aws:cloudwatch/dashboard:Dashboard", "overview", Map.of())
            .with("aws:eks/cluster:Cluster", "kubernetes", Map.of())
            .with("aws:sqs/queue:Queue", "queue", Map.of())
            .with("aws:braket/job:Job", "quantum", Map.of());

    assertThat(lines(graph))
        .containsExactly(
            "secret: 1 month x 0.4 = 0.40",
            "secret requests: 10 thousand x 0.005 = 0.05"
                + " (10 thousand requests (usage.secretThousandRequests))",
            "dashboard: 1 month x 3 = 3.00",
            "EKS cluster: 730 hour x 0.1 = 73.00");
    assertThat(notPriced(graph))
        .containsExactly(
            "private certificate: the prices hold no private certificates",
            "Advanced parameter: the prices hold only the Standard tier",
            "requests: paid by use, which no program says",
            "aws:braket/job:Job: no rule for this type of resource");
  }

  @Test
  void aStackWithoutUsePaysForNoneButNamesItsPrice() {
    var basis =
        new CostBasis(
            PriceBook.shipped(), new Usage(Map.of(Use.NAT, 0, Use.LOAD_BALANCER, 0)), null);
    var graph =
        in("us-east-1")
            .with(NAT, "nat", Map.of())
            .with("aws:lb/loadBalancer:LoadBalancer", "web", Map.of("internal", true));

    assertThat(MonthlyCost.of(graph.build(), basis).lines())
        .extracting(line -> line.item() + " " + line.monthlyUsd() + " " + line.assumption())
        .containsExactly(
            "NAT gateway 32.85 ",
            "application load balancer 16.43 ",
            "NAT gateway data 0.00 0 GB (usage.natGb)",
            "load balancer capacity units 0.00 0 on average (usage.loadBalancerUnits)");
  }

  @Test
  void anEstimateIsComparedWithTheBudget() {
    assertThat(budget(twoGateways(), "76.96")).isEqualTo(Budget.Verdict.KEPT);
    assertThat(budget(twoGateways(), "76.95")).isEqualTo(Budget.Verdict.EXCEEDED);
    HandMade incomplete = twoGateways().with("aws:braket/job:Job", "quantum", Map.of());
    assertThat(budget(incomplete, "76.96")).isEqualTo(Budget.Verdict.UNKNOWN);
    assertThat(budget(incomplete, "76.95")).isEqualTo(Budget.Verdict.EXCEEDED);
  }

  private static Budget.Verdict budget(HandMade graph, String usd) {
    var basis = new CostBasis(PriceBook.shipped(), Usage.OF_A_SMALL_SITE, new BigDecimal(usd));
    return MonthlyCost.of(graph.build(), basis).budget().verdict();
  }
}
