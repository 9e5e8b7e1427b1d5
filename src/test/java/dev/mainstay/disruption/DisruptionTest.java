package dev.mainstay.disruption;

import static dev.mainstay.graph.HandMade.graph;
import static dev.mainstay.graph.HandMade.to;
import static dev.mainstay.graph.HandMade.urn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.HandMade;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisruptionTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String GROUP = "aws:autoscaling/group:Group";
  private static final String KEY = "aws:kms/key:Key";
  private static final String PARAMETERS = "aws:rds/parameterGroup:ParameterGroup";

  private static List<String> shown(ResourceGraph before, ResourceGraph after) {
    return Disruption.between(before, after).changes().stream()
        .map(
            change ->
                "%s %s: %s -> %s is %s (%s) %s, loses %s [%s]"
                    .formatted(
                        change.urn().replaceAll(".*::", ""),
                        change.property(),
                        change.from(),
                        change.to(),
                        change.effect(),
                        change.downtime(),
                        change.when(),
                        change.lost(),
                        change.source()))
        .toList();
  }

  /** What a change of the inputs of one resource does. */
  private static List<String> change(
      String type, Map<String, Object> before, Map<String, Object> after) {
    return shown(graph().with(type, "it", before).build(), graph().with(type, "it", after).build());
  }

  @Test
  void theSameStackFeelsNothing() {
    var graph = graph().component("database").with(INSTANCE, "db", Map.of("port", 1L)).build();

    assertThat(Disruption.between(graph, graph)).isEqualTo(new Disruption(List.of()));
    assertThat(Disruption.between(graph, graph).blocked()).isEmpty();
  }

  @Test
  void aChangeNamesResourcePropertyAndSource() {
    assertThat(
            Disruption.between(
                    graph().with(INSTANCE, "db", Map.of("port", 5432L)).build(),
                    graph().with(INSTANCE, "db", Map.of("port", 5433L)).build())
                .changes())
        .containsExactly(
            new Change(
                urn(INSTANCE, "db"),
                "port",
                "5432",
                "5433",
                Effect.REBOOT,
                "yes, rebooted immediately",
                "immediately",
                "",
                "rds-guide-2023 tf-rds-instance",
                false));
  }

  @Test
  void aClassChangeOverTwoZonesIsAFailover() {
    assertThat(
            change(
                INSTANCE,
                Map.of(
                    "instanceClass", "db.m7g.large",
                    "multiAz", true,
                    "maintenanceWindow", "sun:03:00-sun:04:00"),
                Map.of(
                    "instanceClass", "db.m7g.xlarge",
                    "multiAz", true,
                    "maintenanceWindow", "sun:03:00-sun:04:00")))
        .containsExactly(
            "it instanceClass: db.m7g.large -> db.m7g.xlarge is FAILOVER"
                + " (60-120 s, while the standby takes over)"
                + " in the maintenance window sun:03:00-sun:04:00, loses"
                + "  [rds-guide-2023 tf-rds-instance]");
  }

  @Test
  void aClassChangeInOneZoneIsDowntime() {
    String downtime = "(yes, for minutes: the instance restarts on another host)";
    assertThat(
            change(
                INSTANCE,
                Map.of("instanceClass", "a", "multiAz", false),
                Map.of("instanceClass", "b", "multiAz", true, "applyImmediately", true)))
        .contains(
            "it instanceClass: a -> b is REBOOT "
                + downtime
                + " immediately, loses  [rds-guide-2023 tf-rds-instance]");
    assertThat(
            change(
                INSTANCE,
                Map.of("instanceClass", "a", "multiAz", true),
                Map.of("instanceClass", "b", "multiAz", false)))
        .contains(
            "it instanceClass: a -> b is REBOOT "
                + downtime
                + " in the maintenance window, loses  [rds-guide-2023 tf-rds-instance]");
  }

  @Test
  void blueGreenUpdatesOnlyDropConnections() {
    assertThat(
            change(
                INSTANCE,
                Map.of("engineVersion", "16.4"),
                Map.of("engineVersion", "17.2", "blueGreenUpdate", Map.of("enabled", true))))
        .contains(
            "it engineVersion: 16.4 -> 17.2 is CONNECTION_DROP (connections drop while a copy with"
                + " the change takes over; typically under a minute) immediately, loses "
                + " [rds-blue-green-guide]");
  }

  @Test
  void aMajorVersionNeedsPermissionAndAMinorDoesNot() {
    assertThat(change(INSTANCE, Map.of("engineVersion", "16.4"), Map.of("engineVersion", "17.4")))
        .containsExactly(
            "it engineVersion: 16.4 -> 17.4 is REBOOT (yes; needs allowMajorVersionUpgrade) in the"
                + " maintenance window, loses  [rds-guide-2023 tf-rds-instance]");
    assertThat(change(INSTANCE, Map.of("engineVersion", "17.4"), Map.of("engineVersion", "17.5")))
        .containsExactly(
            "it engineVersion: 17.4 -> 17.5 is REBOOT (yes) in the maintenance window, loses "
                + " [rds-guide-2023 tf-rds-instance]");
  }

  @Test
  void storageGrowsAndNeverShrinks() {
    assertThat(change(INSTANCE, Map.of("allocatedStorage", 100L), Map.of("allocatedStorage", 200L)))
        .containsExactly(
            "it allocatedStorage: 100 -> 200 is NOTHING (no; degraded performance, next change only"
                + " after 6 h) in the maintenance window, loses  [rds-guide-2023 tf-rds-instance]");
    assertThat(change(INSTANCE, Map.of("allocatedStorage", 200L), Map.of("allocatedStorage", 100L)))
        .containsExactly(
            "it allocatedStorage: 200 -> 100 is REFUSED () in the maintenance window, loses "
                + " [rds-guide-2023 tf-rds-instance]");
  }

  @Test
  void backupsSwitchedOnOrOffAreDowntime() {
    String property = "backupRetentionPeriod";
    assertThat(change(INSTANCE, Map.of(property, 0L), Map.of(property, 7L)))
        .containsExactly(
            "it backupRetentionPeriod: 0 -> 7 is REBOOT (yes, single- and multi-AZ) in the"
                + " maintenance window, loses  [rds-guide-2023 tf-rds-instance]");
    assertThat(change(INSTANCE, Map.of(property, 7L), Map.of(property, 0L)).get(0))
        .startsWith("it backupRetentionPeriod: 7 -> 0 is REBOOT");
    assertThat(change(INSTANCE, Map.of(property, 7L), Map.of(property, 35L)))
        .containsExactly(
            "it backupRetentionPeriod: 7 -> 35 is NOTHING (no) asynchronous, loses "
                + " [rds-guide-2023 tf-rds-instance]");
  }

  @Test
  void magneticStorageDropsConnections() {
    assertThat(change(INSTANCE, Map.of("storageType", "standard"), Map.of("storageType", "gp3")))
        .containsExactly(
            "it storageType: standard -> gp3 is CONNECTION_DROP (brief while the process starts) in"
                + " the maintenance window, loses  [own reading (unverified)]");
    assertThat(change(INSTANCE, Map.of("storageType", "gp2"), Map.of("storageType", "gp3")).get(0))
        .startsWith("it storageType: gp2 -> gp3 is NOTHING (no)");
  }

  @Test
  void aDatabaseThatIsReplacedLosesItsData() {
    assertThat(
            change(INSTANCE, Map.of("storageEncrypted", false), Map.of("storageEncrypted", true)))
        .containsExactly(
            "it storageEncrypted: false -> true is DATA_LOSS (yes; a final snapshot is kept)"
                + " immediately, loses everything since the final snapshot"
                + " [tf-rds-instance cfn-lint]");
    assertThat(
            change(
                INSTANCE,
                Map.of("username", "a", "skipFinalSnapshot", true, "deletionProtection", true),
                Map.of("username", "b", "skipFinalSnapshot", true, "deletionProtection", true)))
        .containsExactly(
            "it username: a -> b is DATA_LOSS (refused while deletion protection is on; yes; no"
                + " final snapshot is kept) immediately, loses the databases"
                + " [tf-rds-instance cfn-lint]");
  }

  @Test
  void aReplicaCanBeReplacedWithoutLoss() {
    assertThat(
            change(
                INSTANCE,
                Map.of("replicateSourceDb", "db", "availabilityZone", "a"),
                Map.of("replicateSourceDb", "db", "availabilityZone", "b")))
        .containsExactly(
            "it availabilityZone: a -> b is REPLACEMENT (yes) immediately, loses"
                + " yes unless restored from a snapshot [tf-rds-instance cfn-lint]");
    assertThat(
            shown(
                graph().with(INSTANCE, "it", Map.of("replicateSourceDb", "db")).build(),
                graph().build()))
        .containsExactly(
            "it :  ->  is DELETE (readers of this replica lose it; its source remains) immediately,"
                + " loses  [own reading]");
  }

  @Test
  void whatIsDeletedIsListedLast() {
    assertThat(
            shown(
                graph()
                    .with(INSTANCE, "db", Map.of("skipFinalSnapshot", false))
                    .with("aws:ec2/vpc:Vpc", "old", Map.of())
                    .with("aws:s3/bucketV2:BucketV2", "logs", Map.of())
                    .with("aws:s3/bucketV2:BucketV2", "cleared", Map.of("forceDestroy", true))
                    .with(
                        "aws:lb/loadBalancer:LoadBalancer",
                        "lb",
                        Map.of("enableDeletionProtection", true))
                    .with(
                        "aws:dynamodb/table:Table",
                        "table",
                        Map.of("deletionProtectionEnabled", true))
                    .build(),
                graph().with("aws:ec2/vpc:Vpc", "new", Map.of()).build()))
        .containsExactly(
            "new :  ->  is CREATE (no) immediately, loses  []",
            "db :  ->  is DATA_LOSS (yes; a final snapshot is kept) immediately, loses everything"
                + " since the final snapshot [own reading]",
            "old :  ->  is DELETE () immediately, loses  []",
            "logs :  ->  is DATA_LOSS (refused while there is an object in it) immediately, loses"
                + " every object in it [own reading]",
            "cleared :  ->  is DATA_LOSS (yes; it is emptied first) immediately, loses every object"
                + " in it [own reading]",
            "lb :  ->  is DELETE (refused while deletion protection is on) immediately, loses  []",
            "table :  ->  is DATA_LOSS (refused while deletion protection is on; yes) immediately,"
                + " loses the table [own reading]");
  }

  @Test
  void whatPulumiProtectsIsSaid() {
    var graph = graph().with(KEY, "key", Map.of()).build();
    var key = graph.resources().get(0);
    var guarded =
        new ResourceNode(
            key.urn(), key.type(), key.name(), null, true, true, List.of(), Map.of(), List.of());

    assertThat(shown(graph.with(key.urn(), guarded), graph().build()))
        .containsExactly(
            "key :  ->  is DATA_LOSS (refused while Pulumi protects it; whatever is encrypted with"
                + " it cannot be read; the deletion can be cancelled until its window ends)"
                + " immediately, loses everything encrypted with it [own reading]");
  }

  @Test
  void dataMayBeLostWhereTheConfigurationSaysSo() {
    var before = graph().component("cache").with(CACHE, "sessions", Map.of()).build();
    var after = graph().component("cache").build();

    assertThat(Disruption.between(before, after).blocked())
        .extracting(Change::urn)
        .containsExactly(urn(CACHE, "sessions"));
    for (String allowed : List.of("cache", "sessions")) {
      var disruption = Disruption.between(before, after, List.of("other", allowed));
      assertThat(disruption.blocked()).isEmpty();
      assertThat(disruption.changes())
          .containsExactly(
              new Change(
                  urn(CACHE, "sessions"),
                  "",
                  "",
                  "",
                  Effect.DATA_LOSS,
                  "yes",
                  "immediately",
                  "everything cached",
                  "own reading",
                  true));
    }
    assertThat(Disruption.between(before, after, List.of("database")).blocked()).hasSize(1);
  }

  @Test
  void onlyALossIsEverAllowed() {
    assertThat(
            Disruption.between(
                    graph().with(INSTANCE, "db", Map.of("port", 1L)).build(),
                    graph().with(INSTANCE, "db", Map.of("port", 2L)).build(),
                    List.of("db"))
                .changes())
        .extracting(Change::allowed)
        .containsExactly(false);
  }

  @Test
  void aCacheFollowsItsEngineAndVersion() {
    assertThat(change(CACHE, Map.of("engine", "redis"), Map.of("engine", "valkey")))
        .containsExactly(
            "it engine: redis -> valkey is FAILOVER (as an engine upgrade) in the maintenance"
                + " window, loses  [tf-replication-group]");
    assertThat(change(CACHE, Map.of("engine", "valkey"), Map.of("engine", "redis")))
        .containsExactly(
            "it engine: valkey -> redis is DATA_LOSS (yes) immediately, loses everything cached"
                + " [tf-replication-group]");
    assertThat(change(CACHE, Map.of("engineVersion", "7.0"), Map.of("engineVersion", "7.1")))
        .containsExactly(
            "it engineVersion: 7.0 -> 7.1 is FAILOVER (writes stop a few seconds; client"
                + " connections are closed) in the maintenance window, loses "
                + " [elasticache-guide-2023 tf-replication-group]");
    assertThat(change(CACHE, Map.of("engineVersion", "7.1"), Map.of("engineVersion", "7.0")))
        .containsExactly(
            "it engineVersion: 7.1 -> 7.0 is DATA_LOSS (yes) immediately, loses everything cached"
                + " [tf-replication-group]");
    assertThat(change(CACHE, Map.of("nodeType", "a"), Map.of("nodeType", "b")))
        .containsExactly(
            "it nodeType: a -> b is CONNECTION_DROP (under 1 s on 5.0.6 and later; connections to"
                + " old nodes drop) in the maintenance window, loses "
                + " [elasticache-guide-2023 tf-replication-group]");
  }

  @Test
  void encryptionInTransitDependsOnTheEngine() {
    String property = "transitEncryptionEnabled";
    assertThat(
            change(
                CACHE,
                Map.of("engineVersion", "7.0.4", property, false),
                Map.of("engineVersion", "7.0.4", property, true)))
        .containsExactly(
            "it transitEncryptionEnabled: false -> true is DATA_LOSS (yes) immediately, loses"
                + " everything cached [tf-replication-group]");
    assertThat(
            change(
                CACHE,
                Map.of("engineVersion", "7.0.5", property, false),
                Map.of("engineVersion", "7.0.5", property, true)))
        .containsExactly(
            "it transitEncryptionEnabled: false -> true is NOTHING (no if mode goes through"
                + " preferred) in the maintenance window, loses  [tf-replication-group]");
    assertThat(change(CACHE, Map.of(property, false), Map.of(property, true)))
        .containsExactly("it transitEncryptionEnabled: false -> true is UNKNOWN () , loses  []");
  }

  private static Map<String, Object> parameter(String name, String value, String method) {
    return Map.of("name", name, "value", value, "applyMethod", method);
  }

  @Test
  void aStaticParameterWaitsForAReboot() {
    assertThat(
            change(
                PARAMETERS,
                Map.of(
                    "parameters",
                    List.of(
                        parameter("work_mem", "1", "immediate"),
                        parameter("max_connections", "1", "pending-reboot"),
                        parameter("gone", "1", "pending-reboot"),
                        Map.of("name", "method", "value", "1"))),
                Map.of(
                    "parameters",
                    List.of(
                        parameter("max_connections", "2", "pending-reboot"),
                        parameter("work_mem", "2", "immediate"),
                        parameter("method", "1", "pending-reboot")))))
        .containsExactly(
            "it parameters[gone]: {applyMethod=pending-reboot, name=gone, value=1} ->  is REBOOT"
                + " (no, until you reboot the databases that use it: the value applies only then)"
                + " pending-reboot, loses  [rds-guide-2023]",
            "it parameters[max_connections].value: 1 -> 2 is REBOOT (no, until you reboot the"
                + " databases that use it: the value applies only then) pending-reboot, loses "
                + " [rds-guide-2023]",
            "it parameters[method].applyMethod:  -> pending-reboot is NOTHING (no) immediately,"
                + " loses  [rds-guide-2023]",
            "it parameters[work_mem].value: 1 -> 2 is NOTHING (no) immediately, loses "
                + " [rds-guide-2023]");
  }

  private static HandMade fleet(Map<String, Object> template, Map<String, Object> group) {
    return graph()
        .with(TEMPLATE, "template", template)
        .with(GROUP, "web", group, to("launchTemplate.id", TEMPLATE, "template"))
        .with(GROUP, "other", group);
  }

  private static final Map<String, Object> REFRESHING =
      Map.of("instanceRefresh", Map.of("strategy", "Rolling"), "launchTemplate", version("1"));

  private static Map<String, Object> version(String version) {
    return Map.of("version", version);
  }

  @Test
  void aChangedTemplateRollsThroughTheFleet() {
    assertThat(
            shown(
                fleet(Map.of("imageId", "ami-1"), REFRESHING).build(),
                fleet(Map.of("imageId", "ami-2"), REFRESHING).build()))
        .containsExactly(
            "template imageId: ami-1 -> ami-2 is NOTHING (none by itself; rolling-replacement when"
                + " the group refreshes) on instance refresh or next launch, loses local disks"
                + " [cfn-lint]",
            "web launchTemplate.version: that of now -> a new version of template is"
                + " ROLLING_REPLACEMENT (no while min healthy > 0 and capacity allows) instance"
                + " refresh, loses local disks [cfn-lint tf-asg]");
  }

  @Test
  void aFleetThatDoesNotRefreshKeepsItsServers() {
    var after = Map.<String, Object>of("imageId", "ami-2");
    for (var group :
        List.of(
            Map.<String, Object>of("launchTemplate", version("1")),
            Map.<String, Object>of("instanceRefresh", Map.of()),
            Map.<String, Object>of(
                "instanceRefresh", Map.of(), "launchTemplate", version("$Latest")))) {
      assertThat(
              shown(fleet(Map.of("imageId", "ami-1"), group).build(), fleet(after, group).build()))
          .contains(
              "web launchTemplate.version: that of now -> a new version of template is NOTHING (no:"
                  + " servers keep what they started with until they are replaced) next launch,"
                  + " loses  [tf-asg]");
    }
  }

  @Test
  void aTemplateOfWhichOnlyTheTagsChangeHasNoNewVersion() {
    assertThat(
            shown(
                fleet(Map.of("tags", Map.of("a", "1")), REFRESHING).build(),
                fleet(Map.of("tags", Map.of("a", "2"), "updateDefaultVersion", true), REFRESHING)
                    .build()))
        .containsExactly(
            "template tags.a: 1 -> 2 is NOTHING (no) immediately, loses  [own reading]",
            "template updateDefaultVersion:  -> true is UNKNOWN () , loses  []");
  }

  @Test
  void aNewFleetOrAKnownNewVersionIsNotReportedTwice() {
    var next = Map.<String, Object>of("instanceRefresh", Map.of(), "launchTemplate", version("2"));
    var before =
        Map.<String, Object>of("instanceRefresh", Map.of(), "launchTemplate", version("1"));

    assertThat(
            shown(
                fleet(Map.of("imageId", "ami-1"), before).build(),
                fleet(Map.of("imageId", "ami-2"), next).build()))
        .filteredOn(change -> change.startsWith("web"))
        .containsExactly(
            "web launchTemplate.version: 1 -> 2 is ROLLING_REPLACEMENT (no while min healthy > 0"
                + " and capacity allows) instance refresh, loses local disks [cfn-lint tf-asg]");
    assertThat(shown(graph().build(), fleet(Map.of("imageId", "ami-2"), next).build()))
        .containsExactly(
            "template :  ->  is CREATE (no) immediately, loses  []",
            "web :  ->  is CREATE (no) immediately, loses  []",
            "other :  ->  is CREATE (no) immediately, loses  []");
  }

  @Test
  void aVersionThatIsNotKnownYetStillRefreshes() {
    assertThat(
            change(
                GROUP,
                Map.of("instanceRefresh", Map.of(), "launchTemplate", version("1")),
                Map.of("instanceRefresh", Map.of(), "launchTemplate", Map.of())))
        .containsExactly(
            "it launchTemplate.version: 1 ->  is ROLLING_REPLACEMENT (no while min healthy > 0 and"
                + " capacity allows) instance refresh, loses local disks [cfn-lint tf-asg]");
  }

  @Test
  void whatIsReplacedReplacesWhatCannotLiveWithoutIt() {
    String subnet = "aws:ec2/subnet:Subnet";
    String nat = "aws:ec2/natGateway:NatGateway";
    String route = "aws:ec2/route:Route";
    Reference inSubnet = to("subnetId", subnet, "a");
    var stack =
        graph()
            .with(subnet, "a", Map.of("cidrBlock", "10.0.0.0/24"))
            .with(nat, "nat", Map.of(), inSubnet)
            .with(route, "out", Map.of(), to("natGatewayId", nat, "nat"))
            .with(
                "aws:lb/loadBalancer:LoadBalancer",
                "web",
                Map.of(),
                to("subnets[0]", subnet, "a"),
                to("subnets[1]", subnet, "a"));
    var before = stack.build();
    var moved =
        graph().with(subnet, "a", Map.of("cidrBlock", "10.0.1.0/24")).build().resources().get(0);
    var fresh =
        graph().with("aws:ec2/instance:Instance", "new", Map.of(), inSubnet).build().resources();
    var resources = new ArrayList<>(before.with(moved.urn(), moved).resources());
    resources.addAll(fresh);

    assertThat(shown(before, new ResourceGraph("shop", "prod", resources, Map.of())))
        .containsExactly(
            "a cidrBlock: 10.0.0.0/24 -> 10.0.1.0/24 is REPLACEMENT (yes; everything in the subnet"
                + " must move first) immediately, loses  [cfn-lint]",
            "nat subnetId: a -> what replaces a is REPLACEMENT (egress of its zone for about create"
                + " + delete time) immediately, loses public address may change [tf-nat-gateway"
                + " cfn-lint]",
            "out natGatewayId: nat -> what replaces nat is CONNECTION_DROP (connections by the old"
                + " way break) immediately, loses  [own reading]",
            "web subnets: a -> what replaces a is NOTHING (no; removing a zone drops its"
                + " connections) immediately, loses  [tf-lb cfn-lint]",
            "new :  ->  is CREATE (no) immediately, loses  []");
  }

  @Test
  void aKeyThatIsReplacedTakesTheDatabaseWithIt() {
    Reference encrypted = to("kmsKeyId", KEY, "key");
    var changes =
        shown(
            graph()
                .with(INSTANCE, "db", Map.of("skipFinalSnapshot", true), encrypted)
                .with(KEY, "key", Map.of("multiRegion", false))
                .build(),
            graph()
                .with(INSTANCE, "db", Map.of("skipFinalSnapshot", true), encrypted)
                .with(KEY, "key", Map.of("multiRegion", true))
                .build());

    assertThat(changes)
        .containsExactly(
            "db kmsKeyId: key -> what replaces key is DATA_LOSS (yes; no final snapshot is kept)"
                + " immediately, loses the databases [tf-rds-instance cfn-lint]",
            "key multiRegion: false -> true is DATA_LOSS (whatever is encrypted with it cannot be"
                + " read; the deletion can be cancelled until its window ends) immediately, loses"
                + " everything encrypted with it [corrected-by-hand]");
  }

  @Test
  void whatKeepsItsNameIsNotLeftByThoseWhoNameIt() {
    Reference byName = new Reference("role", urn("aws:iam/role:Role", "role"), "name", true);
    String policy = "aws:iam/rolePolicy:RolePolicy";
    String role = "aws:iam/role:Role";
    var before =
        graph()
            .with(role, "role", Map.of("name", "web", "path", "/"))
            .with(policy, "policy", Map.of(), byName)
            .build();

    assertThat(
            shown(
                before,
                graph()
                    .with(role, "role", Map.of("name", "web", "path", "/web/"))
                    .with(policy, "policy", Map.of(), byName)
                    .build()))
        .containsExactly(
            "role path: / -> /web/ is REPLACEMENT () immediately, loses  [terraform-provider-3.40]");
    assertThat(
            shown(
                before,
                graph()
                    .with(role, "role", Map.of("name", "app", "path", "/"))
                    .with(policy, "policy", Map.of(), byName)
                    .build()))
        .containsExactly(
            "role name: web -> app is REPLACEMENT () immediately, loses  [terraform-provider-3.40]",
            "policy role: role -> what replaces role is REPLACEMENT () immediately, loses "
                + " [terraform-provider-3.40]");
  }

  @Test
  void aReferenceToAnotherResourceIsAChangeLikeAnyOther() {
    assertThat(
            change(
                INSTANCE, Map.of("dbSubnetGroupName", "old"), Map.of("dbSubnetGroupName", "new")))
        .containsExactly(
            "it dbSubnetGroupName: old -> new is REBOOT (yes) in the maintenance window, loses "
                + " [rds-guide-2023 tf-rds-instance cfn-lint]");
  }

  @Test
  void nestedInputsAreLookedUpFromTheInsideOut() {
    String server = "aws:ec2/instance:Instance";
    assertThat(
            change(
                server,
                Map.of("rootBlockDevice", Map.of("encrypted", false, "volumeSize", 8L)),
                Map.of("rootBlockDevice", Map.of("encrypted", true, "volumeSize", 9L))))
        .containsExactly(
            "it rootBlockDevice.encrypted: false -> true is REPLACEMENT () immediately, loses "
                + " [terraform-provider-3.40]",
            "it rootBlockDevice.volumeSize: 8 -> 9 is UNKNOWN () , loses  []");
    assertThat(
            change(
                server,
                Map.of("ebsBlockDevices", List.of(Map.of("volumeSize", 8L))),
                Map.of("ebsBlockDevices", List.of(Map.of("volumeSize", 9L)))))
        .containsExactly(
            "it ebsBlockDevices[0].volumeSize: 8 -> 9 is REPLACEMENT () immediately, loses "
                + " [terraform-provider-3.40]");
  }

  @Test
  void typesThatNobodyFeelsAreKnownAsAWhole() {
    assertThat(
            change(
                "aws:cloudwatch/metricAlarm:MetricAlarm",
                Map.of("threshold", 1L),
                Map.of("threshold", 2L)))
        .containsExactly("it threshold: 1 -> 2 is NOTHING (no) immediately, loses  [own reading]");
  }

  @Test
  void whatIsNotOnRecordIsUnknown() {
    assertThat(change("aws:braket/job:Job", Map.of("speed", 1L), Map.of("speed", 2L)))
        .containsExactly("it speed: 1 -> 2 is UNKNOWN () , loses  []");
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
                + " (aws:ec2/subnet:Subnet), a (aws:ec2/subnet:Subnet) is NOTHING (no; refused for a"
                + " subnet that something stands in) immediately, loses  [own reading]");
  }
}
