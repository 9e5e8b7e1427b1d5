package dev.mainstay.cost;

import static dev.mainstay.cost.Estimate.SHIPPED;
import static dev.mainstay.cost.Estimate.in;
import static dev.mainstay.graph.HandMade.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Stacks;
import dev.mainstay.graph.HandMade;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostChangeTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";
  private static final String NAT = "aws:ec2/natGateway:NatGateway";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String GROUP = "aws:autoscaling/group:Group";

  private static CostChange between(HandMade before, HandMade after) {
    return CostChange.between(before.build(), after.build(), SHIPPED);
  }

  private static List<String> causes(CostChange change) {
    return change.causes().stream().map(it -> it.usd() + " " + it.what()).toList();
  }

  private static ResourceGraph prodWith(String input, Object value) {
    ResourceGraph prod = Stacks.prod();
    ResourceNode database =
        prod.all(INSTANCE).stream().filter(it -> it.name().equals("database")).findFirst().get();
    var inputs = new TreeMap<>(database.inputs());
    inputs.put(input, value);
    return prod.with(database.urn(), database.with(inputs, database.references()));
  }

  @Test
  void anotherInstanceClassOfProdShowsItsDifferenceToTheCent() {
    // db.m7g.xlarge is 0.401: 2 x 730 h x (0.401 - 0.2) = 293.46
    var change =
        CostChange.between(Stacks.prod(), prodWith("instanceClass", "db.m7g.xlarge"), SHIPPED);

    assertThat(change.difference()).isEqualTo(new BigDecimal("293.46"));
    assertThat(change.byComponent())
        .containsExactly(Map.entry("database", new BigDecimal("293.46")));
    assertThat(causes(change)).containsExactly("293.46 database.instanceClass");
  }

  @Test
  void theStandbyOfProdIsWorthItsInstanceAndItsStorage() {
    // 730 h x 0.2 + 400 x 0.137 = 200.80
    var change = CostChange.between(prodWith("multiAz", false), Stacks.prod(), SHIPPED);

    assertThat(causes(change)).containsExactly("200.80 database.multiAz");
  }

  @Test
  void whatChangesNothingOfTheCostIsNoCause() {
    var change = CostChange.between(Stacks.prod(), prodWith("engineVersion", "18"), SHIPPED);

    assertThat(change.difference()).isEqualByComparingTo("0");
    assertThat(change.byComponent()).isEmpty();
    assertThat(change.causes()).isEmpty();
  }

  @Test
  void aChangeOfTheTemplateIsFoundBehindTheGroupThatPaysForIt() {
    // 2 x 730 h x (0.23 - 0.115) = 167.90
    assertThat(causes(between(fleet("m6i.large", 2), fleet("m6i.xlarge", 2))))
        .containsExactly("167.90 web.instanceType");
  }

  @Test
  void changesThatActTogetherAddUpToTheWhole() {
    // before 1 x 730 x 0.115 = 83.95; after 2 x 730 x 0.23 = 335.80: 251.85 in all.
    // Without the type 335.80 - 167.90 = 167.90, without the number 335.80 - 167.90 = 167.90.
    var change = between(fleet("m6i.large", 1), fleet("m6i.xlarge", 2));

    assertThat(change.difference()).isEqualByComparingTo("251.85");
    assertThat(causes(change))
        .containsExactly(
            "167.90 web.instanceType",
            "167.90 web.minSize",
            "-83.95 the changes together, and rounding");
  }

  private static HandMade fleet(String type, long servers) {
    return in("eu-central-1")
        .with(
            TEMPLATE,
            "web",
            Map.of(
                "instanceType",
                type,
                "imageId",
                "/aws/service/canonical/ubuntu",
                "blockDeviceMappings",
                List.of()))
        .with(GROUP, "web", Map.of("minSize", servers), to("launchTemplate.id", TEMPLATE, "web"));
  }

  @Test
  void whatIsCreatedOrDeletedIsNamedByKind() {
    var one = in("eu-central-1").with(NAT, "nat-a", Map.of());
    var three =
        in("eu-central-1")
            .with(NAT, "nat-a", Map.of())
            .with(NAT, "nat-b", Map.of())
            .with(NAT, "nat-c", Map.of());
    var none = in("eu-central-1");

    // 37.96 + 0.52 each
    assertThat(causes(between(one, three))).containsExactly("76.96 2 x NatGateway created");
    assertThat(causes(between(one, none))).containsExactly("-38.48 NatGateway nat-a deleted");
  }

  @Test
  void aResourceThatStandsElsewhereInTheEarlierVersionIsTheSame() {
    ResourceGraph after = fleet("m6i.xlarge", 2).build();
    ResourceGraph before = qualified(fleet("m6i.large", 2).build());

    var change = CostChange.between(before, after, SHIPPED);

    assertThat(causes(change)).containsExactly("167.90 web.instanceType");
    assertThat(CostChange.between(qualified(after), after, SHIPPED).isFelt()).isFalse();
  }

  /** As an export has it: with the types of the parents in the urn. */
  private static ResourceGraph qualified(ResourceGraph graph) {
    return new ResourceGraph(
        graph.project(),
        graph.stack(),
        graph.resources().stream().map(CostChangeTest::qualified).toList(),
        graph.outputs());
  }

  private static ResourceNode qualified(ResourceNode node) {
    return new ResourceNode(
        qualified(node.urn()),
        node.type(),
        node.name(),
        node.parent() == null ? null : qualified(node.parent()),
        node.custom(),
        node.protect(),
        node.dependsOn().stream().map(CostChangeTest::qualified).toList(),
        node.inputs(),
        node.references().stream()
            .map(
                it ->
                    new ResourceNode.Reference(
                        it.path(), qualified(it.urn()), it.property(), it.whole()))
            .toList());
  }

  private static String qualified(String urn) {
    return urn + "$above";
  }

  @Test
  void whatHasNoPriceInOneVersionOnlyIsNotIncluded() {
    var change =
        between(
            in("eu-central-1").with("aws:sqs/queue:Queue", "kept", Map.of()),
            in("eu-central-1")
                .with("aws:sqs/queue:Queue", "kept", Map.of())
                .with("aws:braket/job:Job", "quantum", Map.of()));

    assertThat(change.notIncluded()).containsExactly("app: aws:braket/job:Job");
  }
}
