package dev.mainstay.posture;

import static dev.mainstay.posture.Verdicts.graph;
import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Result;
import dev.mainstay.posture.model.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a waiver excuses, and what it does not. */
public class WaiversTest {
  private static final String GROUP = "aws:autoscaling/group:Group";

  private static Result result(ResourceGraph graph, Map<String, String> waivers, String control) {
    return Posture.of(graph, waivers).stream()
        .filter(result -> result.control().name().equals(control))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyControlSaysWhatWaivesIt() {
    assertThat(
            Posture.CONTROLS.stream()
                .filter(control -> !control.waiverKeys().isEmpty())
                .map(control -> control.name() + " " + control.waiverKeys()))
        .containsExactly(
            "Flow logs [network.flowLogs]",
            "One NAT per AZ [network.nat]",
            "VPC endpoints [network.endpoints]",
            "Master secret [database.credentials]",
            "RDS Multi-AZ [database.multiAz]",
            "Deletion guard [database.deletionProtection, database.finalSnapshot]",
            "Backups [database.backupRetentionDays]",
            "Backup plan [operations.backupVault]",
            "RDS monitoring [database.monitoringIntervalSeconds, database.databaseInsights]",
            "Events [operations.alarmEmails]",
            "Cache failover [cache.replicas, cache.multiAz]",
            "Cache ops [cache.snapshotRetentionDays]",
            "ALB logs [edge.accessLogs]",
            "ALB guard [edge.deletionProtection]",
            "WAF [edge.waf]",
            "Listener TLS [edge.domain]",
            "Redirect [edge.domain]",
            "Target TLS [edge.targetProtocol]",
            "ASG [network.nat]",
            "No public IP on web [web.subnets]",
            "Management [network.nat, web.rdpCidrs]",
            "Log groups [operations.logRetentionDays]",
            "Alarms, SNS [operations.alarmEmails]");
  }

  @Test
  void oneZoneForNatIsNoExcuseForWebServersInOneZone() {
    var waivers = Map.of("network.nat", "is dev");
    Map<String, Object> inputs =
        Map.of(
            "availabilityZones",
            List.of("a"),
            "launchTemplate",
            "t",
            "tags",
            List.of("x"),
            "healthCheckType",
            "ELB");
    var nat = node(GROUP, "nat", inputs);
    var web = node(GROUP, "web", inputs);
    var attachment =
        node(
            "aws:autoscaling/attachment:Attachment",
            "a",
            Map.of(),
            to("autoscalingGroupName", web));

    assertThat(result(graph(nat), waivers, "ASG").status()).isEqualTo(Status.WAIVED);
    assertThat(result(graph(nat, web, attachment), waivers, "ASG").findings())
        .extracting(Object::toString)
        .containsExactly("web: its servers are in two zones or more");
  }

  @Test
  void aNatInstanceNeedNotBeManagedButAWebServerMust() {
    var waivers = Map.of("network.nat", "is dev");
    var template = node("aws:ec2/launchTemplate:LaunchTemplate", "template", Map.of());
    var nat = node(GROUP, "nat", Map.of(), to("launchTemplate.id", template));
    var web =
        node(
            GROUP,
            "web",
            Map.of("targetGroupArns", List.of("arn")),
            to(
                "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId",
                template));

    assertThat(result(graph(template, nat), waivers, "Management").status())
        .isEqualTo(Status.WAIVED);
    assertThat(result(graph(template, nat, web), waivers, "Management").status())
        .isEqualTo(Status.FAILED);
  }

  @Test
  void eachReasonIsGivenOnce() {
    var small =
        node(
            "aws:elasticache/replicationGroup:ReplicationGroup",
            "cache",
            Map.of("numCacheClusters", 1L));
    Result waived = result(graph(small), Map.of("cache.replicas", "is dev"), "Cache failover");

    assertThat(waived.status()).isEqualTo(Status.WAIVED);
    assertThat(waived.reason()).isEqualTo("cache.replicas: is dev");
    assertThat(waived.findings())
        .extracting(Object::toString)
        .containsExactly(
            "cache: automaticFailoverEnabled is true",
            "cache: multiAzEnabled is true",
            "cache: it has two nodes or more");
  }

  @Test
  void severalReasonsAreAllGiven() {
    var bare = node("aws:rds/instance:Instance", "db", Map.of("skipFinalSnapshot", true));
    Result waived =
        result(
            graph(bare),
            Map.of("database.deletionProtection", "is dev", "database.finalSnapshot", "no data"),
            "Deletion guard");

    assertThat(waived.reason())
        .isEqualTo("database.deletionProtection: is dev; database.finalSnapshot: no data");
  }

  @Test
  void whatIsNotKnownIsToldBeforeWhatIsWaived() {
    var database =
        node(
            "aws:rds/instance:Instance",
            "db",
            Map.of("monitoringInterval", Judge.NOT_YET_KNOWN, "monitoringRoleArn", "arn"));

    assertThat(result(graph(database), Map.of("database.databaseInsights", "x"), "RDS monitoring"))
        .satisfies(
            result -> {
              assertThat(result.status()).isEqualTo(Status.UNKNOWN);
              assertThat(result.reason()).isEmpty();
              assertThat(result.findings())
                  .extracting(Object::toString)
                  .containsExactly("db: monitoringInterval is 1 to 60, with a role");
            });
  }

  @Test
  void idsAreThoseOfSecurityHubAndCheckov() {
    assertThat(
            Posture.CONTROLS.stream()
                .filter(control -> control.name().equals("RDS Multi-AZ"))
                .map(control -> control.ids()))
        .containsExactly(List.of("RDS.5", "RDS.15", "CKV_AWS_157"));
    assertThat(Posture.CONTROLS.stream().flatMap(control -> control.ids().stream()))
        .allMatch(id -> id.matches("[A-Za-z0-9]+\\.\\d+|CKV2?_AWS_\\d+"));
  }
}
