package dev.mainstay.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.mainstay.deployed.DeployedStack.Gap;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the inputs of a deployed resource name, and what stays open. */
class InputReferencesTest {
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String SUBNET_GROUP = "aws:rds/subnetGroup:SubnetGroup";
  private static final String CACHE_GROUP = "aws:elasticache/subnetGroup:SubnetGroup";
  private static final String DATABASE = "aws:rds/instance:Instance";
  private static final String CLUSTER = "aws:rds/cluster:Cluster";
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private final List<Map<String, Object>> resources = new ArrayList<>();

  private static String urn(String type, String name) {
    return "urn:pulumi:prod::shop::%s::%s".formatted(type, name);
  }

  private InputReferencesTest with(
      String type,
      String name,
      String id,
      Map<String, Object> inputs,
      Map<String, Object> outputs) {
    var resource = new HashMap<String, Object>();
    resource.put("urn", urn(type, name));
    resource.put("type", type);
    resource.put("custom", true);
    resource.put("inputs", inputs);
    if (id != null) {
      resource.put("id", id);
      var all = new HashMap<>(inputs);
      all.putAll(outputs);
      resource.put("outputs", all);
    }
    resources.add(resource);
    return this;
  }

  private InputReferencesTest with(
      String type, String name, String id, Map<String, Object> inputs) {
    return with(type, name, id, inputs, Map.of());
  }

  /** The last resource, with what the engine recorded of where an input comes from. */
  private InputReferencesTest from(String property, String... urns) {
    resources
        .get(resources.size() - 1)
        .put("propertyDependencies", Map.of(property, List.of(urns)));
    resources.get(resources.size() - 1).put("dependencies", List.of(urns));
    return this;
  }

  private DeployedStack read() {
    return PulumiJson.read(new Gson().toJson(Map.of("deployment", Map.of("resources", resources))))
        .after();
  }

  private List<Reference> references() {
    List<dev.mainstay.graph.ResourceNode> nodes = read().graph().resources();
    return nodes.get(nodes.size() - 1).references();
  }

  private static Reference to(String path, String type, String name, String property) {
    return new Reference(path, urn(type, name), property, true);
  }

  @Test
  void aNameIsThatOfTheTypeThatTheInputNames() {
    with(CACHE_GROUP, "cache", "main", Map.of("name", "main"));
    with(SUBNET_GROUP, "data", "main", Map.of("name", "main"));
    with(CLUSTER, "main", "main", Map.of("clusterIdentifier", "main"));
    with(DATABASE, "it", "db-ABC", Map.of("dbSubnetGroupName", "main", "engine", "main"));

    assertThat(references()).containsExactly(to("dbSubnetGroupName", SUBNET_GROUP, "data", "id"));
  }

  @Test
  void anAssociationIsNotTheSubnetWhoseIdItHas() {
    String association = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    with(SUBNET, "a", "subnet-0123456789", Map.of());
    with(association, "a", "rtbassoc-0123456789", Map.of("subnetId", "subnet-0123456789"));
    with(
        "aws:autoscaling/group:Group",
        "web",
        "web",
        Map.of("vpcZoneIdentifiers", List.of("subnet-0123456789")));
    from("vpcZoneIdentifiers", urn(association, "a"), urn(SUBNET, "a"));

    assertThat(references()).containsExactly(to("vpcZoneIdentifiers[0]", SUBNET, "a", "id"));
  }

  @Test
  void aPolicyIsNotTheTopicWhoseArnItHas() {
    String topic = "aws:sns/topic:Topic";
    String arn = "arn:aws:sns:eu-central-1:123456789012:alarms";
    with("aws:sns/topicPolicy:TopicPolicy", "alarms", arn, Map.of("arn", arn));
    with(topic, "alarms", arn, Map.of("name", "alarms"), Map.of("arn", arn));
    with(
        "aws:cloudwatch/metricAlarm:MetricAlarm",
        "cpu",
        "cpu",
        Map.of("alarmActions", List.of(arn)));

    assertThat(references()).containsExactly(to("alarmActions[0]", topic, "alarms", "id"));
  }

  @Test
  void whatAnInputOnlyWaitsForIsNoReference() {
    String nat = "aws:ec2/natGateway:NatGateway";
    with(SUBNET, "a", "subnet-0123456789", Map.of());
    with(nat, "a", "nat-0123456789", Map.of());
    with(
        "aws:autoscaling/group:Group",
        "web",
        "web",
        Map.of("vpcZoneIdentifiers", List.of("subnet-0123456789")));
    from("vpcZoneIdentifiers", urn(SUBNET, "a"), urn(nat, "a"));

    assertThat(references()).containsExactly(to("vpcZoneIdentifiers[0]", SUBNET, "a", "id"));
  }

  @Test
  void ofTwoResourcesWithOneNameTheRecordedOneCounts() {
    with(SUBNET_GROUP, "here", "main", Map.of("name", "main"));
    with(SUBNET_GROUP, "there", "main", Map.of("name", "main"));
    with(DATABASE, "it", "db-ABC", Map.of("dbSubnetGroupName", "main"));
    from("dbSubnetGroupName", urn(SUBNET_GROUP, "there"));

    assertThat(references()).containsExactly(to("dbSubnetGroupName", SUBNET_GROUP, "there", "id"));
  }

  @Test
  void twoResourcesWithOneNameAreAGapIfNothingTellsWhichOneIsMeant() {
    with(SUBNET_GROUP, "here", "main", Map.of("name", "main"));
    with(SUBNET_GROUP, "there", "main", Map.of("name", "main"));
    with(DATABASE, "it", "db-ABC", Map.of("dbSubnetGroupName", "main"));

    assertThat(references()).isEmpty();
    assertThat(read().gaps())
        .containsExactly(
            new Gap(urn(DATABASE, "it"), "dbSubnetGroupName", "several resources have this name"));
  }

  @Test
  void aValueThatItsOriginDoesNotHaveIsAGap() {
    with(SUBNET_GROUP, "data", "main", Map.of("name", "main"));
    with(DATABASE, "it", "db-ABC", Map.of("dbSubnetGroupName", "other"));
    from("dbSubnetGroupName", urn(SUBNET_GROUP, "data"));

    assertThat(references()).isEmpty();
    assertThat(read().gaps())
        .containsExactly(
            new Gap(
                urn(DATABASE, "it"),
                "dbSubnetGroupName",
                "no resource that Pulumi recorded as its origin matches it"));
  }

  @Test
  void aWordThatIsTheNameOfSomethingElseIsNoReference() {
    with("aws:cloudwatch/logGroup:LogGroup", "postgres", "postgres", Map.of("name", "postgres"));
    with(DATABASE, "it", "db-ABC", Map.of("engine", "postgres", "username", "postgres"));

    assertThat(references()).isEmpty();
    assertThat(read().gaps()).isEmpty();
  }

  @Test
  void theNameOfTheDatabaseIsKeptThoughItsLogicalNameIsThatOfItsSubnetGroup() {
    with(
        SUBNET_GROUP,
        "database",
        "database-0123abc",
        Map.of("__defaults", List.of("name"), "name", "database-0123abc"));
    with(DATABASE, "database", "db-ABC", Map.of("dbSubnetGroupName", "database-0123abc"));

    var nodes = read().graph().resources();
    assertThat(nodes.get(0).inputs()).isEmpty();
    assertThat(nodes.get(1).inputs()).containsEntry("dbSubnetGroupName", "database-0123abc");
  }

  @Test
  void anArnInsideAPolicyNamesItsResource() {
    String bucket = "aws:s3/bucketV2:BucketV2";
    with(
        bucket,
        "logs",
        "logs-0123abc",
        Map.of("bucket", "logs-0123abc"),
        Map.of("arn", "arn:aws:s3:::logs-0123abc"));
    with(
        "aws:iam/rolePolicy:RolePolicy",
        "write",
        "r:p",
        Map.of("policy", "{\"Resource\":\"arn:aws:s3:::logs-0123abc/*\"}"));

    assertThat(references())
        .containsExactly(new Reference("policy", urn(bucket, "logs"), "arn", false));
  }

  @Test
  void insideATextAnIdIsOnlyThatOfItsOwner() {
    String topic = "aws:sns/topic:Topic";
    String arn = "arn:aws:sns:eu-central-1:123456789012:alarms";
    with(topic, "alarms", arn, Map.of("name", "alarms"), Map.of("arn", arn));
    with("aws:sns/topicPolicy:TopicPolicy", "alarms", arn, Map.of("arn", arn));
    with(
        "aws:sns/topicSubscription:TopicSubscription",
        "mail",
        "sub",
        Map.of(),
        Map.of("topicArn", arn));
    with(
        "aws:ec2/launchTemplate:LaunchTemplate",
        "web",
        "lt-1",
        Map.of("userData", "notify " + arn));

    assertThat(references())
        .containsExactly(new Reference("userData", urn(topic, "alarms"), "id", false));
  }

  @Test
  void unknownElementsAreTheirOriginsIfTheirNumberFits() {
    with(SUBNET, "a", null, Map.of());
    with(SUBNET, "b", null, Map.of());
    with(SUBNET_GROUP, "data", null, Map.of("subnetIds", List.of(UNKNOWN, UNKNOWN)));
    from("subnetIds", urn(SUBNET, "a"), urn(SUBNET, "b"));

    assertThat(references())
        .containsExactly(to("subnetIds[0]", SUBNET, "a", ""), to("subnetIds[1]", SUBNET, "b", ""));
  }

  @Test
  void anUnknownElementOfSeveralOriginsIsAGap() {
    with(SUBNET, "a", null, Map.of());
    with(SUBNET, "b", null, Map.of());
    with(SUBNET_GROUP, "data", null, Map.of("subnetIds", List.of(UNKNOWN)));
    from("subnetIds", urn(SUBNET, "a"), urn(SUBNET, "b"));

    assertThat(references()).isEmpty();
    assertThat(read().gaps())
        .containsExactly(
            new Gap(urn(SUBNET_GROUP, "data"), "subnetIds[0]", "known only after the update"));
  }
}
