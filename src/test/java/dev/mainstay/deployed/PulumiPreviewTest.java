package dev.mainstay.deployed;

import static dev.mainstay.deployed.RecordedJson.node;
import static dev.mainstay.deployed.RecordedJson.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.deployed.DeployedStack.Gap;
import dev.mainstay.disruption.Disruption;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PulumiPreviewTest {
  @Test
  void aPreviewSaysTheImpactOfItsChanges() {
    var preview = PulumiJson.read(text("good/preview.json"));

    assertThat(
            Disruption.between(preview.before().graph(), preview.after().graph()).changes().stream()
                .map(
                    change ->
                        "%s %s is %s"
                            .formatted(
                                change.urn().replaceAll(".*::", ""),
                                change.property(),
                                change.effect())))
        .containsExactlyInAnyOrder(
            "topic  is CREATE",
            "alarm  is CREATE",
            "private-a cidrBlock is REPLACEMENT",
            "private-in-a subnetId is REPLACEMENT",
            "cache nodeType is CONNECTION_DROP",
            "cache-subnets subnetIds is REFUSED",
            "database-subnets subnetIds is REFUSED",
            "servers launchTemplate.version is ROLLING_REPLACEMENT",
            "servers vpcZoneIdentifiers is ROLLING_REPLACEMENT",
            "database backupRetentionPeriod is NOTHING",
            "database instanceClass is FAILOVER",
            "template instanceType is NOTHING");
    assertThat(preview.after().gaps())
        .containsExactlyInAnyOrder(
            new Gap(
                "urn:pulumi:prod::shop::aws:rds/instance:Instance::database", "password", "secret"),
            new Gap(
                "urn:pulumi:prod::shop::aws:autoscaling/group:Group::servers",
                "launchTemplate.version",
                "known only after the update"));
  }

  @Test
  void anUnknownValueIsTheResourceItCanOnlyComeFrom() {
    var graph = PulumiJson.read(text("good/preview.json")).after().graph();
    String subnet = "urn:pulumi:prod::shop::aws:ec2/subnet:Subnet::private-a";

    assertThat(node(graph, "aws:rds/subnetGroup:SubnetGroup", "database-subnets").references())
        .contains(new Reference("subnetIds[0]", subnet, "", true));
    assertThat(node(graph, "aws:cloudwatch/metricAlarm:MetricAlarm", "alarm").inputs())
        .containsEntry(
            "alarmActions", List.of("urn:pulumi:prod::shop::aws:sns/topic:Topic::topic"));
  }

  @Test
  void aPreviewWithoutWhatStaysTheSameHasAGap() {
    var after =
        PulumiJson.read(
                """
                {"steps": [{"op": "create", "urn": "urn:pulumi:dev::shop::a:b:C::x", "newState": {
                  "urn": "urn:pulumi:dev::shop::a:b:C::x", "type": "a:b:C", "custom": true,
                  "inputs": {"of": "y-1"},
                  "dependencies": ["urn:pulumi:dev::shop::a:b:C::y"]}}]}
                """)
            .after();

    assertThat(after.gaps())
        .containsExactly(
            new Gap("", "", "the preview omits unchanged resources; create it with --show-sames"));
    assertThat(after.graph())
        .isEqualTo(
            new ResourceGraph(
                "shop",
                "dev",
                List.of(
                    new ResourceNode(
                        "urn:pulumi:dev::shop::a:b:C::x",
                        "a:b:C",
                        "x",
                        null,
                        true,
                        false,
                        List.of(),
                        Map.of("of", "y-1"),
                        List.of())),
                Map.of()));
  }
}
