package dev.mainstay.cost;

import static dev.mainstay.cost.Estimate.PRICES;
import static dev.mainstay.cost.Estimate.in;
import static dev.mainstay.cost.Estimate.lines;
import static dev.mainstay.cost.Estimate.notPriced;
import static dev.mainstay.graph.HandMade.graph;
import static dev.mainstay.graph.HandMade.urn;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthlyCostTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";

  @Test
  void aLineNamesComponentResourceAndArithmetic() {
    var cost =
        MonthlyCost.of(
            in("eu-central-1")
                .component("network")
                .with("aws:ec2/natGateway:NatGateway", "nat-a", Map.of())
                .with("aws:ec2/eip:Eip", "nat-a", Map.of())
                .component("keys")
                .with("aws:kms/key:Key", "key", Map.of())
                .build(),
            PRICES);

    assertThat(cost.project()).isEqualTo("shop");
    assertThat(cost.stack()).isEqualTo("prod");
    assertThat(cost.region()).isEqualTo("eu-central-1");
    assertThat(cost.lines())
        .containsExactly(
            new CostLine(
                "network",
                urn("aws:ec2/natGateway:NatGateway", "nat-a"),
                "NAT gateway",
                new BigDecimal("730"),
                "hour",
                new BigDecimal("0.052"),
                new BigDecimal("37.96"),
                ""),
            new CostLine(
                "network",
                urn("aws:ec2/natGateway:NatGateway", "nat-a"),
                "NAT gateway data",
                new BigDecimal("10"),
                "gb",
                new BigDecimal("0.052"),
                new BigDecimal("0.52"),
                "10 GB a month"),
            new CostLine(
                "network",
                urn("aws:ec2/eip:Eip", "nat-a"),
                "public IPv4 address",
                new BigDecimal("730"),
                "hour",
                new BigDecimal("0.005"),
                new BigDecimal("3.65"),
                ""),
            new CostLine(
                "keys",
                urn("aws:kms/key:Key", "key"),
                "customer key",
                new BigDecimal("1"),
                "month",
                new BigDecimal("1"),
                new BigDecimal("1.00"),
                "without requests"));
    assertThat(cost.notPriced()).isEmpty();
    assertThat(cost.byComponent())
        .containsExactly(
            Map.entry("network", new Amount(new BigDecimal("42.13"), 0)),
            Map.entry("keys", new Amount(new BigDecimal("1.00"), 0)));
    assertThat(cost.total()).isEqualTo(new Amount(new BigDecimal("43.13"), 0));
  }

  @Test
  void anEmptyStackCostsNothing() {
    var cost = MonthlyCost.of(graph().build(), PRICES);

    assertThat(cost).isEqualTo(new MonthlyCost("shop", "prod", "", List.of(), List.of()));
    assertThat(cost.total()).isEqualTo(new Amount(new BigDecimal("0.00"), 0));
  }

  @Test
  void whatHasNoPriceInTheRegionIsListedWithThePriceElsewhere() {
    var graph =
        in("eu-central-1")
            .with(
                INSTANCE,
                "db",
                Map.of(
                    "engine", "postgres",
                    "instanceClass", "db.m7g.large",
                    "allocatedStorage", 100L,
                    "storageType", "gp3",
                    "multiAz", true));
    var cost = MonthlyCost.of(graph.build(), PRICES);

    assertThat(cost.notPriced())
        .containsExactly(
            new NotPriced(
                "app",
                urn(INSTANCE, "db"),
                "db.m7g.large multi-az",
                "the price list has no rds-postgres-multi-az db.m7g.large per hour in eu-central-1",
                "in us-east-1 it would be 245.28 USD a month"));
    assertThat(cost.total()).isEqualTo(new Amount(new BigDecimal("27.40"), 1));
    assertThat(lines(graph))
        .containsExactly("100 GiB of gp3 multi-az: 100 gb-month x 0.274 = 27.40");
  }

  @Test
  void withoutARegionOnlyGlobalItemsArePriced() {
    var graph =
        graph()
            .with("aws:route53/zone:Zone", "zone", Map.of())
            .with("aws:kms/key:Key", "key", Map.of());

    assertThat(lines(graph)).containsExactly("hosted zone: 1 month x 0.5 = 0.50");
    assertThat(notPriced(graph))
        .containsExactly(
            "customer key: the price list has no kms customer-key per month"
                + " for a region that is not known (in us-east-1 it would be 1.00 USD a month)");
  }

  @Test
  void aComponentIsTheTopmostParent() {
    var graph = graph().with("aws:route53/zone:Zone", "alone", Map.of());

    assertThat(MonthlyCost.of(graph.build(), PRICES).byComponent())
        .containsExactly(Map.entry("alone", new Amount(new BigDecimal("0.50"), 0)));
  }

  @Test
  void whatIsNotPricedIsCountedWithTheComponentItBelongsTo() {
    var graph =
        graph()
            .component("letters")
            .with("aws:s3/bucketV2:BucketV2", "inbox", Map.of())
            .with("aws:s3/bucketV2:BucketV2", "outbox", Map.of())
            .component("names")
            .with("aws:route53/zone:Zone", "zone", Map.of())
            .with("aws:kms/key:Key", "key", Map.of())
            .build();
    var cost = MonthlyCost.of(graph, PRICES);

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
            .with("aws:acm/certificate:Certificate", "public", Map.of())
            .with("aws:acm/certificate:Certificate", "public too", Map.of())
            .with(
                "aws:acm/certificate:Certificate",
                "private",
                Map.of("certificateAuthorityArn", "arn"))
            .with("aws:ssm/parameter:Parameter", "plain", Map.of())
            .with("aws:ssm/parameter:Parameter", "large", Map.of("tier", "Advanced"))
            .with("aws:s3/bucketV2:BucketV2", "logs", Map.of())
            .with("aws:cloudwatch/dashboard:Dashboard", "overview", Map.of())
            .with("aws:braket/job:Job", "quantum", Map.of());

    assertThat(lines(graph)).containsExactly("secret: 1 month x 0.4 = 0.40 (without requests)");
    assertThat(notPriced(graph))
        .containsExactly(
            "private certificate: the price list has no private certificates",
            "Advanced parameter: the price list has only the Standard tier",
            "storage and requests: paid by use, which the program does not tell",
            "dashboard: the price list has no cloudwatch dashboard per month in us-east-1",
            "aws:braket/job:Job: no rule for this type of resource");
  }

  @Test
  void aStackWithoutTrafficPaysForNone() {
    var graph =
        in("us-east-1")
            .with("aws:ec2/natGateway:NatGateway", "nat", Map.of())
            .with("aws:lb/loadBalancer:LoadBalancer", "web", Map.of("internal", true))
            .with("aws:cloudwatch/logGroup:LogGroup", "logs", Map.of("retentionInDays", 7L));

    assertThat(MonthlyCost.of(graph.build(), PRICES, new Usage(0, 0, 0, 0, 0)).lines())
        .extracting(CostLine::item)
        .containsExactly("NAT gateway", "application load balancer");
  }
}
