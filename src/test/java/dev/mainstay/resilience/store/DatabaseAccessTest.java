package dev.mainstay.resilience.store;

import static dev.mainstay.resilience.OtherStacks.DATABASE;
import static dev.mainstay.resilience.OtherStacks.SECURITY_GROUP;
import static dev.mainstay.resilience.OtherStacks.database;
import static dev.mainstay.resilience.OtherStacks.open;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.Resilience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Proxies before a database, and replicas beside it. */
class DatabaseAccessTest {
  private static final String ZONE_B = "Availability Zone us-east-1b fails";

  /** A database that only its proxy may reach. */
  private static ResourceGraph proxied(boolean servers, String... subnets) {
    GraphBuilder graph =
        twoServers()
            .add(
                SECURITY_GROUP,
                "proxy-sg",
                Map.of(
                    "ingress",
                    servers ? List.of(open("tcp", 5432, 5432, "10.1.0.0/16")) : List.of(),
                    "egress",
                    List.of(open("-1", 0, 0, "0.0.0.0/0"))))
            .add(
                SECURITY_GROUP,
                "db-sg",
                Map.of(
                    "ingress",
                    List.of(
                        Map.of(
                            "protocol",
                            "tcp",
                            "fromPort",
                            5432L,
                            "toPort",
                            5432L,
                            "securityGroups",
                            List.of("@proxy-sg")))))
            .add(
                "aws:rds/subnetGroup:SubnetGroup",
                "db-subnets",
                Map.of("subnetIds", List.of("@private-a", "@private-b")))
            .add(
                DATABASE,
                "db",
                Map.of(
                    "engine",
                    "postgres",
                    "multiAz",
                    true,
                    "backupRetentionPeriod",
                    7L,
                    "dbSubnetGroupName",
                    "@db-subnets",
                    "vpcSecurityGroupIds",
                    List.of("@db-sg")));
    var inputs = new HashMap<String, Object>();
    inputs.put("vpcSecurityGroupIds", List.of("@proxy-sg"));
    inputs.put("vpcSubnetIds", List.of(subnets));
    return graph
        .add("aws:rds/proxy:Proxy", "proxy", inputs)
        .add(
            "aws:rds/proxyTarget:ProxyTarget",
            "target",
            Map.of("dbProxyName", "@proxy", "dbInstanceIdentifier", "@db"))
        .build();
  }

  @Test
  void serversReachTheDatabaseThroughItsProxy() {
    assertThat(Mutation.summaries(proxied(true, "@private-a", "@private-b")))
        .containsEntry("Normal operation", "SURVIVES (none, none)")
        .containsEntry(ZONE_B, "SURVIVES (60 to 120 s, none)");
  }

  @Test
  void aProxyThatLetsNoServerInLeadsNowhere() {
    assertThat(why(proxied(false, "@private-a", "@private-b"), "Normal operation"))
        .contains("No security group rule allows traffic from `targets` to `db` on port 5432.");
  }

  @Test
  void aProxyInOneZoneFallsWithIt() {
    assertThat(why(proxied(true, "@private-b"), ZONE_B))
        .contains("All subnets of RDS Proxy `proxy` are in us-east-1b.");
    assertThat(why(proxied(true, "subnet-elsewhere"), ZONE_B))
        .contains("The zones of RDS Proxy `proxy` are not known.");
  }

  @Test
  void theFigureIsWithheldForWantOfAnAgreementOnTheProxy() {
    assertThat(Resilience.of(proxied(true, "@private-a", "@private-b")).availability().detail())
        .isEqualTo("withheld: `proxy` is not counted");
  }

  private static GraphBuilder withReplica() {
    return database(twoServers(), Map.of("multiAz", true, "backupRetentionPeriod", 7L))
        .add(
            DATABASE,
            "reader",
            Map.of("replicateSourceDb", "@db", "availabilityZone", "us-east-1b"));
  }

  @Test
  void aReplicaThatNothingUsesNeitherHelpsNorHurts() {
    assertThat(Mutation.summaries(withReplica().build()))
        .containsEntry("Normal operation", "SURVIVES (none, none)")
        .containsEntry(ZONE_B, "SURVIVES (60 to 120 s, none)");
  }

  @Test
  void aReplicaWhoseAddressIsHandedOutIsMissedWithItsZone() {
    ResourceGraph graph =
        withReplica()
            .addNaming("aws:ssm/parameter:Parameter", "reader-host", "value", "reader", "address")
            .build();

    assertThat(why(graph, ZONE_B))
        .contains("Reads from replica `reader` fail if it is in us-east-1b: it has no standby.");
    assertThat(why(graph, "Availability Zone us-east-1a fails"))
        .noneMatch(sentence -> sentence.contains("`reader`"));
  }
}
