package dev.mainstay.deployed;

import static dev.mainstay.deployed.RecordedJson.node;
import static dev.mainstay.deployed.RecordedJson.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import dev.mainstay.cost.CostBasis;
import dev.mainstay.cost.MonthlyCost;
import dev.mainstay.cost.PriceBook;
import dev.mainstay.deployed.DeployedStack.Gap;
import dev.mainstay.graph.GraphJson;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The exports and the preview are the real engine's, of the programs beside them. */
public class PulumiJsonTest {
  private static DeployedStack export(String stack) {
    return PulumiJson.read(text(stack + "/export.json")).after();
  }

  private static List<String> references(ResourceNode node) {
    return node.references().stream()
        .map(
            reference ->
                "%s is %s%s of %s"
                    .formatted(
                        reference.path(),
                        reference.whole() ? "" : "with ",
                        reference.property(),
                        reference.urn().replaceAll(".*::", "")))
        .sorted()
        .toList();
  }

  @Test
  void anExportIsAGraphOfItsResources() {
    var graph = export("good").graph();

    assertThat(graph.project()).isEqualTo("shop");
    assertThat(graph.stack()).isEqualTo("prod");
    assertThat(graph.resources()).hasSize(30).allMatch(ResourceNode::custom);
    assertThat(graph.resources()).allMatch(node -> node.parent() == null);
    assertThat(graph.outputs()).containsOnlyKeys("url");
    assertThat(GraphJson.read(GraphJson.write(graph))).isEqualTo(graph);
  }

  @Test
  void aResourceHasItsInputsWithoutSecretsAndAutomaticNames() {
    var database = node(export("good").graph(), "aws:rds/instance:Instance", "database");

    assertThat(database.protect()).isTrue();
    assertThat(database.inputs())
        .containsOnlyKeys(
            "allocatedStorage",
            "backupRetentionPeriod",
            "dbSubnetGroupName",
            "deletionProtection",
            "engine",
            "engineVersion",
            "finalSnapshotIdentifier",
            "instanceClass",
            "multiAz",
            "skipFinalSnapshot",
            "storageEncrypted",
            "storageType",
            "username",
            "vpcSecurityGroupIds")
        .containsEntry("allocatedStorage", 50L)
        .containsEntry("multiAz", true)
        .containsEntry("engineVersion", "17");
    assertThat(database.dependsOn())
        .containsExactly(
            "urn:pulumi:prod::shop::aws:ec2/securityGroup:SecurityGroup::data",
            "urn:pulumi:prod::shop::aws:rds/subnetGroup:SubnetGroup::database-subnets");
    assertThat(export("good").gaps())
        .containsExactly(
            new Gap(
                "urn:pulumi:prod::shop::aws:rds/instance:Instance::database",
                "password",
                "secret"));
  }

  @Test
  void referencesAreFoundByIdArnNameAndInsideUserData() {
    var graph = export("good").graph();

    assertThat(references(node(graph, "aws:rds/instance:Instance", "database")))
        .containsExactly(
            "dbSubnetGroupName is id of database-subnets", "vpcSecurityGroupIds[0] is id of data");
    assertThat(references(node(graph, "aws:autoscaling/group:Group", "servers")))
        .containsExactly(
            "launchTemplate.id is id of template",
            "targetGroupArns[0] is id of targets",
            "vpcZoneIdentifiers[0] is id of private-a",
            "vpcZoneIdentifiers[1] is id of private-b");
    assertThat(references(node(graph, "aws:ec2/launchTemplate:LaunchTemplate", "template")))
        .containsExactly(
            "userData is with address of database", "vpcSecurityGroupIds[0] is id of web");
    assertThat(references(node(graph, "aws:ec2/route:Route", "private-route-b")))
        .containsExactly("natGatewayId is id of nat-b", "routeTableId is id of private-table-b");
    assertThat(references(node(graph, "aws:ec2/securityGroup:SecurityGroup", "data")))
        .containsExactly(
            "ingress[0].securityGroups[0] is id of web",
            "ingress[1].securityGroups[0] is id of web",
            "vpcId is id of network");
  }

  @Test
  void whatMakesTheOtherStackFragileIsInItsGraph() {
    var graph = export("fragile").graph();
    String route = "aws:ec2/route:Route";

    assertThat(references(node(graph, route, "private-route-a")))
        .contains("natGatewayId is id of nat-a");
    assertThat(references(node(graph, route, "private-route-b")))
        .contains("natGatewayId is id of nat-a");
    assertThat(
            graph
                .referenced(
                    node(graph, "aws:autoscaling/group:Group", "servers"), "vpcZoneIdentifiers")
                .stream()
                .map(subnet -> subnet.text("availabilityZone", "")))
        .containsExactly("eu-central-1a", "eu-central-1a");
    assertThat(
            node(graph, "aws:elasticache/replicationGroup:ReplicationGroup", "cache")
                .isTrue("automaticFailoverEnabled"))
        .isFalse();
  }

  @Test
  void anExportHasAPrice() {
    var cost = MonthlyCost.of(export("good").graph(), CostBasis.of(PriceBook.shipped()));

    assertThat(cost.region()).isEqualTo("eu-central-1");
    assertThat(cost.byComponent().keySet())
        .containsExactlyInAnyOrder(
            "address-a",
            "address-b",
            "nat-a",
            "nat-b",
            "database",
            "cache",
            "load-balancer",
            "servers");
    assertThat(cost.notPriced()).isEmpty();
  }

  @Test
  void noSecretAndNoSentinelIsInAnyGraph() {
    for (String file : List.of("good/export.json", "fragile/export.json", "good/preview.json")) {
      var read = PulumiJson.read(text(file));
      for (var stack : List.of(read.before(), read.after())) {
        assertThat(GraphJson.write(stack.graph()))
            .doesNotContain("correct-horse-battery", "ciphertext", "[secret]", "04da6b54-80e4");
      }
    }
  }

  @Test
  void anythingElseIsRefused() {
    for (String json : List.of("{}", "[]", "{\"resources\": []}")) {
      assertThatThrownBy(() -> PulumiJson.read(json))
          .isInstanceOf(JsonParseException.class)
          .hasMessage(
              "no output of pulumi stack export or pulumi preview --json: it has neither deployment"
                  + " nor steps");
    }
  }

  @Test
  void anEmptyStackIsAnEmptyGraph() {
    assertThat(PulumiJson.read("{\"deployment\": {}}").after())
        .isEqualTo(
            new DeployedStack(new ResourceGraph("", "", List.of(), Map.of()), List.of(), Map.of()));
  }

  @Test
  void specialValuesAreReadOrMissing() {
    var stack =
        PulumiJson.read(
                """
                {"deployment": {"resources": [
                  {"urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", "type":
                   "pulumi:pulumi:Stack", "outputs": {"a": 1, "b":
                   "04da6b54-80e4-46f7-96ec-b56ff0331ba9"}},
                  {"urn": "urn:pulumi:dev::shop::pulumi:providers:aws::p",
                   "type": "pulumi:providers:aws", "custom": true},
                  {"urn": "urn:pulumi:dev::shop::a:b:C::old", "type": "a:b:C", "delete": true},
                  {"urn": "urn:pulumi:dev::shop::my:own:Part::part", "type": "my:own:Part",
                   "parent": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"},
                  {"urn": "urn:pulumi:dev::shop::my:own:Part$aws:ec2/subnet:Subnet::x",
                   "type": "aws:ec2/subnet:Subnet", "custom": true,
                   "parent": "urn:pulumi:dev::shop::my:own:Part::part",
                   "inputs": {
                     "whole": 1.0, "half": 0.5, "none": null, "name": "x-0123abc",
                     "secret": {"4dabf18193072939515e22adb298388d":
                       "1b47061264138c4ac30d75fd1eb44270", "plaintext": "s3cr3t"},
                     "file": {"4dabf18193072939515e22adb298388d":
                       "c44067f5952c0a294b673a41bacd8c17", "path": "a"},
                     "resource": {"4dabf18193072939515e22adb298388d":
                       "5cf8f73096256a8f31e491e813e4eb8e", "urn": "u", "id": "i"},
                     "output": {"4dabf18193072939515e22adb298388d":
                       "d0e6a833031e9bbcd3f4e8bde6ca49a4", "value": "v"},
                     "hidden": {"4dabf18193072939515e22adb298388d":
                       "d0e6a833031e9bbcd3f4e8bde6ca49a4", "value": "s3cr3t", "secret": true},
                     "later": {"4dabf18193072939515e22adb298388d":
                       "d0e6a833031e9bbcd3f4e8bde6ca49a4"},
                     "list": ["04da6b54-80e4-46f7-96ec-b56ff0331ba9", {"a":
                       "04da6b54-80e4-46f7-96ec-b56ff0331ba9"}, "[secret]"]},
                   "outputs": {"availabilityZone": "eu-west-1c"}}]}}
                """)
            .after();
    String urn = "urn:pulumi:dev::shop::my:own:Part$aws:ec2/subnet:Subnet::x";

    assertThat(stack.graph().outputs()).isEqualTo(Map.of("a", 1L));
    assertThat(stack.graph().resources())
        .containsExactly(
            new ResourceNode(
                "urn:pulumi:dev::shop::my:own:Part::part",
                "my:own:Part",
                "part",
                null,
                false,
                false,
                List.of(),
                Map.of(),
                List.of()),
            new ResourceNode(
                urn,
                "aws:ec2/subnet:Subnet",
                "x",
                "urn:pulumi:dev::shop::my:own:Part::part",
                true,
                false,
                List.of(),
                Map.of(
                    "availabilityZone",
                    "eu-west-1c",
                    "half",
                    0.5,
                    "list",
                    List.of(Map.of()),
                    "output",
                    "v",
                    "resource",
                    "i",
                    "whole",
                    1L),
                List.of()));
    assertThat(stack.gaps())
        .containsExactlyInAnyOrder(
            new Gap(urn, "file", "a file"),
            new Gap(urn, "hidden", "secret"),
            new Gap(urn, "list[2]", "secret"),
            new Gap(urn, "secret", "secret"),
            new Gap(urn, "later", "known only after the update"),
            new Gap(urn, "list[0]", "known only after the update"),
            new Gap(urn, "list[1].a", "known only after the update"));
  }
}
