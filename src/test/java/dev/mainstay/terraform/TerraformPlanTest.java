package dev.mainstay.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mainstay.Stacks;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TerraformPlanTest {
  private static final ResourceNode SUBNET =
      node("aws:ec2/subnet:Subnet", "public-a", Map.of("cidrBlock", "10.0.0.0/24"));
  private static final ResourceNode LOAD_BALANCER =
      node(
          "aws:lb/loadBalancer:LoadBalancer",
          "web 1",
          Map.of(
              "internal", false,
              "subnets", List.of("subnet-1"),
              "accessLogs", Map.of("enabled", true, "bucket", "bucket-1"),
              "tags", Map.of("Name", "web", "Subnet", "subnet-1")),
          new Reference("subnets[0]", SUBNET.urn(), "id", true),
          new Reference("accessLogs.bucket", "urn:elsewhere", "bucket", true),
          new Reference("tags.Subnet", SUBNET.urn(), "id", true));
  private static final ResourceNode LISTENER =
      node(
          "aws:lb/listener:Listener",
          "https",
          Map.of("port", 443L, "defaultActions", List.of(Map.of("type", "forward"))),
          new Reference("loadBalancerArn", LOAD_BALANCER.urn(), "arn", true));

  private static ResourceNode node(
      String type, String name, Map<String, Object> inputs, Reference... references) {
    var all = new TreeMap<String, Object>(inputs);
    for (Reference reference : references) {
      if (!reference.path().matches(".*[.\\[].*")) {
        all.put(reference.path(), "stand-in");
      }
    }
    String urn = "urn:pulumi:test::mainstay::%s::%s".formatted(type, name);
    return new ResourceNode(
        urn, type, name, null, true, false, List.of(), all, List.of(references));
  }

  private static JsonObject plan(ResourceNode... nodes) {
    return JsonParser.parseString(
            TerraformPlan.write(new ResourceGraph("p", "s", List.of(nodes), Map.of())))
        .getAsJsonObject();
  }

  @Test
  void aPlanStatesEachResourceThreeTimes() {
    assertThat(plan(SUBNET))
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "format_version": "1.2",
                  "terraform_version": "1.9.0",
                  "planned_values": {"root_module": {"resources": [{
                    "address": "aws_subnet.public-a",
                    "mode": "managed",
                    "type": "aws_subnet",
                    "name": "public-a",
                    "provider_name": "registry.terraform.io/hashicorp/aws",
                    "schema_version": 0,
                    "values": {"cidr_block": "10.0.0.0/24"},
                    "sensitive_values": {}
                  }]}},
                  "resource_changes": [{
                    "address": "aws_subnet.public-a",
                    "mode": "managed",
                    "type": "aws_subnet",
                    "name": "public-a",
                    "provider_name": "registry.terraform.io/hashicorp/aws",
                    "change": {
                      "actions": ["create"],
                      "before": null,
                      "after": {"cidr_block": "10.0.0.0/24"},
                      "after_unknown": {},
                      "before_sensitive": false,
                      "after_sensitive": {}
                    }
                  }],
                  "configuration": {
                    "provider_config": {"aws": {
                      "name": "aws", "full_name": "registry.terraform.io/hashicorp/aws"}},
                    "root_module": {"resources": [{
                      "address": "aws_subnet.public-a",
                      "mode": "managed",
                      "type": "aws_subnet",
                      "name": "public-a",
                      "provider_config_key": "aws",
                      "expressions": {"cidr_block": {"constant_value": "10.0.0.0/24"}},
                      "schema_version": 0
                    }]}
                  }
                }
                """));
  }

  @Test
  void whatNamesAnotherResourceIsUnknownAndRefersToIt() {
    JsonObject plan = plan(SUBNET, LOAD_BALANCER, LISTENER);

    assertThat(expressions(plan, 1))
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "access_logs": [{
                    "bucket": {"constant_value": "bucket-1"},
                    "enabled": {"constant_value": true}
                  }],
                  "internal": {"constant_value": false},
                  "subnets": {"references": ["aws_subnet.public-a.id", "aws_subnet.public-a"]},
                  "tags": {"references": ["aws_subnet.public-a.id", "aws_subnet.public-a"]}
                }
                """));
    JsonObject change = change(plan, 1);
    assertThat(change.get("after"))
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "access_logs": [{"bucket": "bucket-1", "enabled": true}],
                  "internal": false,
                  "tags": {"Name": "web"}
                }
                """));
    assertThat(change.get("after_unknown"))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"access_logs": [{}], "subnets": true, "tags": {"Subnet": true}}
                """));
    assertThat(expressions(plan, 2).get("load_balancer_arn"))
        .isEqualTo(JsonParser.parseString("{references: [aws_lb.web_1.arn, aws_lb.web_1]}"));
  }

  @Test
  void aListOfObjectsIsARepeatedBlock() {
    assertThat(expressions(plan(LOAD_BALANCER, LISTENER), 1).get("default_action"))
        .isEqualTo(JsonParser.parseString("[{type: {constant_value: forward}}]"));
  }

  @Test
  void aTextThatMentionsAResourceIsKnownAndRefersToIt() {
    ResourceNode policy =
        node(
            "aws:iam/policy:Policy",
            "policy",
            Map.of("policy", "on subnet-1"),
            new Reference("policy", SUBNET.urn(), "", false));
    JsonObject plan = plan(SUBNET, policy);

    assertThat(change(plan, 1).get("after"))
        .isEqualTo(JsonParser.parseString("{policy: stand-in}"));
    assertThat(expressions(plan, 1))
        .isEqualTo(JsonParser.parseString("{policy: {references: [aws_subnet.public-a]}}"));
  }

  @Test
  void componentsAndOtherProvidersAreLeftOut() {
    ResourceNode component =
        new ResourceNode(
            "urn:c",
            "mainstay:index:Network",
            "network",
            null,
            false,
            false,
            List.of(),
            Map.of(),
            List.of());
    ResourceNode random = node("random:index/randomId:RandomId", "id", Map.of());

    assertThat(addresses(plan(component, random, SUBNET))).containsExactly("aws_subnet.public-a");
  }

  @Test
  void namesThatTerraformDoesNotAllowAreMadeSoAndStayApart() {
    assertThat(
            addresses(
                plan(
                    node("aws:ec2/subnet:Subnet", "a/1", Map.of()),
                    node("aws:ec2/subnet:Subnet", "a.1", Map.of()),
                    node("aws:ec2/subnet:Subnet", "1a", Map.of()))))
        .containsExactly("aws_subnet.a_1", "aws_subnet.a_1-2", "aws_subnet._1a");
  }

  @Test
  void dependenciesAreStated() {
    ResourceNode after =
        new ResourceNode(
            "urn:after",
            "aws:ec2/eip:Eip",
            "after",
            null,
            true,
            false,
            List.of(SUBNET.urn(), "urn:c"),
            Map.of(),
            List.of());

    assertThat(configured(plan(SUBNET, after)).get(1).getAsJsonObject().get("depends_on"))
        .isEqualTo(JsonParser.parseString("[aws_subnet.public-a]"));
  }

  @Test
  void everyReferenceOfProdLeadsToAResourceOfThePlan() {
    JsonObject plan = JsonParser.parseString(TerraformPlan.write(Stacks.prod())).getAsJsonObject();
    var known = new HashSet<>(addresses(plan));
    var named = new ArrayList<String>();
    collectReferences(configured(plan), named);

    assertThat(named).hasSizeGreaterThan(100);
    assertThat(named).allMatch(each -> known.contains(withoutAttribute(each)), "resolved");
  }

  @Test
  void noStandInForAnIdIsLeftWhereAWholeValueNamesAResource() {
    String plan = TerraformPlan.write(Stacks.prod());

    assertThat(plan).doesNotContain("\"vpc_id\": \"vpc-").contains("\"vpc_id\": true");
  }

  private static String withoutAttribute(String reference) {
    String[] parts = reference.split("\\.", 3);
    return parts[0] + "." + parts[1];
  }

  private static void collectReferences(JsonElement element, List<String> found) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> collectReferences(each, found));
    } else if (element.isJsonObject()) {
      element
          .getAsJsonObject()
          .entrySet()
          .forEach(
              entry -> {
                if (entry.getKey().equals("references")) {
                  entry.getValue().getAsJsonArray().forEach(each -> found.add(each.getAsString()));
                } else {
                  collectReferences(entry.getValue(), found);
                }
              });
    }
  }

  private static Iterable<JsonElement> resources(JsonObject plan) {
    return plan.getAsJsonObject("planned_values")
        .getAsJsonObject("root_module")
        .getAsJsonArray("resources");
  }

  private static List<String> addresses(JsonObject plan) {
    var addresses = new ArrayList<String>();
    resources(plan)
        .forEach(each -> addresses.add(each.getAsJsonObject().get("address").getAsString()));
    return addresses;
  }

  private static JsonArray configured(JsonObject plan) {
    return plan.getAsJsonObject("configuration")
        .getAsJsonObject("root_module")
        .getAsJsonArray("resources");
  }

  private static JsonObject expressions(JsonObject plan, int index) {
    return configured(plan).get(index).getAsJsonObject().getAsJsonObject("expressions");
  }

  private static JsonObject change(JsonObject plan, int index) {
    return plan.getAsJsonArray("resource_changes")
        .get(index)
        .getAsJsonObject()
        .getAsJsonObject("change");
  }
}
