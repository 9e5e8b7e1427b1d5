package dev.mainstay.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Stacks;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import dev.mainstay.posture.exposure.Routing;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Result;
import dev.mainstay.posture.model.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

public class PostureTest {
  private static final String DATABASE = "aws:rds/instance:Instance";
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";

  private static ResourceGraph graph(ResourceNode... nodes) {
    return new ResourceGraph("other", "stack", List.of(nodes), Map.of());
  }

  private static Result result(ResourceGraph graph, Map<String, String> waivers, String control) {
    return Posture.of(graph, waivers).stream()
        .filter(result -> result.control().name().equals(control))
        .findFirst()
        .orElseThrow();
  }

  private static Status status(ResourceGraph graph, String control) {
    return result(graph, Map.of(), control).status();
  }

  @Test
  void prodPassesEveryControlWithoutAWaiver() {
    assertThat(Posture.of(Stacks.prod(), Map.of()))
        .allMatch(result -> result.status() == Status.PASSED, "passed");
  }

  @Test
  void devFailsNothingThatItDoesNotWaive() {
    assertThat(Posture.of(Stacks.dev(), Stacks.waivers("dev")))
        .extracting(Result::status)
        .doesNotContain(Status.FAILED, Status.UNKNOWN)
        .contains(Status.WAIVED);
  }

  @Test
  void aStackWithoutResourcesHasNothingToControl() {
    assertThat(Posture.of(graph(), Map.of()))
        .allMatch(result -> result.status() == Status.NOT_APPLICABLE, "not applicable");
  }

  @Test
  void aWaiverIsReportedWithItsKeyAndReason() {
    ResourceGraph single = graph(Mutation.node(DATABASE, "db", Map.of("multiAz", false)));

    Result waived = result(single, Map.of("database.multiAz", "can be recreated"), "RDS Multi-AZ");

    assertThat(waived.status()).isEqualTo(Status.WAIVED);
    assertThat(waived.reason()).isEqualTo("database.multiAz: can be recreated");
    assertThat(waived.findings())
        .extracting(Object::toString)
        .containsExactly("db: multiAz is true");
  }

  @Test
  void aWaiverOfOneRequirementLeavesTheOthersToFail() {
    ResourceGraph unguarded =
        graph(Mutation.node(DATABASE, "db", Map.of("skipFinalSnapshot", true)));

    Result guard =
        result(unguarded, Map.of("database.deletionProtection", "is dev"), "Deletion guard");

    assertThat(guard.status()).isEqualTo(Status.FAILED);
    assertThat(guard.findings())
        .extracting(Object::toString)
        .containsExactly("db: skipFinalSnapshot is false");
  }

  @Test
  void everyWaiverKeyIsOneOfTheConfigurationsOwn() {
    assertThat(Posture.CONTROLS.stream().flatMap(each -> each.waiverKeys().stream()).distinct())
        .allMatch(key -> key.matches("(network|database|cache|web|edge|operations)\\.[A-Za-z]+"));
  }

  @Test
  void whatIsNotInTheGraphIsUnknown() {
    ResourceGraph elsewhere =
        graph(
            Mutation.node(
                DATABASE,
                "db",
                Map.of(
                    "engine", "postgres",
                    "dbSubnetGroupName", "somebody-elses",
                    "parameterGroupName", "somebody-elses",
                    "enabledCloudwatchLogsExports", List.of("postgresql", "upgrade"))));

    assertThat(status(elsewhere, "RDS private")).isEqualTo(Status.UNKNOWN);
    assertThat(status(elsewhere, "TLS to the DB")).isEqualTo(Status.UNKNOWN);
    assertThat(status(elsewhere, "RDS logs")).isEqualTo(Status.UNKNOWN);
    assertThat(status(elsewhere, "Admin name")).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aValueThatIsKnownOnlyAfterAnUpdateIsUnknown() {
    assertThat(
            status(
                graph(Mutation.node(DATABASE, "db", Map.of("multiAz", Judge.NOT_YET_KNOWN))),
                "RDS Multi-AZ"))
        .isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aPolicyThatCannotBeReadIsUnknown() {
    assertThat(
            status(
                graph(
                    Mutation.node(
                        "aws:iam/policy:Policy", "policy", Map.of("policy", "${unknown}"))),
                "IAM"))
        .isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aReplicaIsNotAskedForWhatItsSourceHas() {
    ResourceGraph replica =
        graph(Mutation.node(DATABASE, "copy", Map.of("replicateSourceDb", "source")));

    for (String control : List.of("RDS Multi-AZ", "Deletion guard", "Backups", "Master secret")) {
      assertThat(status(replica, control)).as(control).isEqualTo(Status.NOT_APPLICABLE);
    }
  }

  @Test
  void aDatabaseThatIsNoPostgresIsAskedForLogsOfSomeKind() {
    ResourceGraph mysql =
        graph(
            Mutation.node(
                DATABASE,
                "db",
                Map.of("engine", "mysql", "enabledCloudwatchLogsExports", List.of("error"))));

    assertThat(status(mysql, "RDS logs")).isEqualTo(Status.PASSED);
    assertThat(status(mysql, "TLS to the DB")).isEqualTo(Status.FAILED);
  }

  @Test
  void aSubnetThatRoutesThroughAnInlineRouteIsPublic() {
    ResourceNode subnet = Mutation.node(SUBNET, "subnet", Map.of());
    ResourceNode gateway =
        Mutation.node("aws:ec2/internetGateway:InternetGateway", "igw", Map.of());
    ResourceNode table =
        Mutation.node(
            "aws:ec2/routeTable:RouteTable",
            "table",
            Map.of("routes", List.of(Map.of("cidrBlock", "0.0.0.0/0", "gatewayId", "igw-1"))),
            new Reference("routes[0].gatewayId", gateway.urn(), "id", true));
    ResourceNode association =
        Mutation.node(
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
            "association",
            Map.of(),
            new Reference("subnetId", subnet.urn(), "id", true),
            new Reference("routeTableId", table.urn(), "id", true));

    var routing = new Routing(graph(subnet, gateway, table, association));

    assertThat(routing.reachesInternetGateway(subnet)).isEqualTo(Answer.YES);
  }

  @Test
  void aSubnetWithoutAnAssociationMayBePublic() {
    ResourceNode subnet = Mutation.node(SUBNET, "subnet", Map.of());

    assertThat(new Routing(graph(subnet)).reachesInternetGateway(subnet)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void anOpenRuleOfAGroupThatIsElsewhereIsUnknown() {
    ResourceGraph open =
        graph(
            Mutation.node(
                "aws:ec2/securityGroupRule:SecurityGroupRule",
                "open",
                Map.of(
                    "type", "ingress",
                    "securityGroupId", "sg-elsewhere",
                    "protocol", "tcp",
                    "fromPort", 443L,
                    "toPort", 443L,
                    "cidrBlocks", List.of("0.0.0.0/0"),
                    "description", "HTTPS")));

    assertThat(status(open, "SG ingress")).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aGroupOfAnotherProgramIsJudgedByItsInlineRules() {
    ResourceGraph inline =
        graph(
            Mutation.node(
                GROUP,
                "web",
                Map.of(
                    "description",
                    "web",
                    "egress",
                    List.of(
                        Map.of(
                            "protocol",
                            "-1",
                            "fromPort",
                            0L,
                            "toPort",
                            0L,
                            "cidrBlocks",
                            List.of("0.0.0.0/0"))))));

    assertThat(result(inline, Map.of(), "SG egress").findings())
        .extracting(Object::toString)
        .containsExactly("web: egress to the internet is on ports 80 and 443 only");
    assertThat(status(inline, "Descriptions")).isEqualTo(Status.FAILED);
  }
}
