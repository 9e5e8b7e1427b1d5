package dev.mainstay.disruption;

import static dev.mainstay.disruption.Felt.change;
import static dev.mainstay.disruption.Felt.shown;
import static dev.mainstay.graph.HandMade.graph;
import static dev.mainstay.graph.HandMade.to;
import static dev.mainstay.graph.HandMade.urn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";

  @Test
  void aReferenceToAnotherResourceIsAChangeLikeAnyOther() {
    assertThat(
            change(
                INSTANCE, Map.of("dbSubnetGroupName", "old"), Map.of("dbSubnetGroupName", "new")))
        .containsExactly(
            "it dbSubnetGroupName: old -> new is REBOOT (yes; AWS moves a database only to a"
                + " subnet group in another VPC) in the maintenance window, loses  [rds-guide-2023"
                + " tf-rds-instance tf-issue-512]");
  }

  private static ResourceGraph inSubnets(String first, String second, String name) {
    String subnet = "aws:ec2/subnet:Subnet";
    return graph()
        .with(subnet, "a", Map.of())
        .with(subnet, "b", Map.of())
        .with(
            "aws:rds/subnetGroup:SubnetGroup",
            "it",
            Map.of(
                "subnetIds", List.of(first, second),
                "first", Map.of("id", first),
                "text", "in " + second),
            to("subnetIds[0]", subnet, "a"),
            to("subnetIds[1]", subnet, name),
            to("first.id", subnet, "a"),
            new Reference("text", urn(subnet, "b"), "id", false),
            to("elsewhere", subnet, "gone"))
        .build();
  }

  @Test
  void referencesAreComparedByWhatTheyReferTo() {
    assertThat(shown(inSubnets("1", "2", "b"), inSubnets("3", "2", "b"))).isEmpty();
    assertThat(shown(inSubnets("1", "2", "b"), inSubnets("1", "2", "a")))
        .containsExactly(
            "it subnetIds: a (aws:ec2/subnet:Subnet), b (aws:ec2/subnet:Subnet) -> a"
                + " (aws:ec2/subnet:Subnet), a (aws:ec2/subnet:Subnet) is UNKNOWN (AWS refuses to"
                + " remove a subnet that the database or its standby uses) immediately, loses "
                + " [rds-api-subnet-group]");
  }
}
