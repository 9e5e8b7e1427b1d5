package dev.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the servers may do. */
class WebServerRoleTest {
  private static final String GROUP = "aws:autoscaling/group:Group";
  private static final String ROLE = "aws:iam/role:Role";
  private static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

  private final WebFleetArgs args = WebFleetFixture.args();

  private Deployed deployed() {
    return Deployed.by(() -> new WebFleet("web", args, null));
  }

  @Test
  void noServerStartsBeforeItsPermissionsExist() {
    Deployed deployed = deployed();

    assertThat(deployed.only(GROUP).dependsOn())
        .containsAll(deployed.all(ROLE_POLICY).stream().map(ResourceNode::urn).toList())
        .containsAll(
            deployed.all("aws:iam/rolePolicyAttachment:RolePolicyAttachment").stream()
                .map(ResourceNode::urn)
                .toList())
        .hasSize(2);
  }

  @Test
  void theRoleIsForServersAloneAndManagedBySystemsManager() {
    Deployed deployed = deployed();

    assertThat(deployed.get(ROLE, "web-role").text("assumeRolePolicy", ""))
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                + "[\"sts:AssumeRole\"],\"Principal\":{\"Service\":\"ec2.amazonaws.com\"}}]}");
    assertThat(deployed.only("aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs())
        .containsEntry("policyArn", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore");
  }

  @Test
  void serversReadTheParametersOfTheirStackAndMakeTheMachineKeyOnly() {
    String path = "arn:aws:ssm:eu-central-1:123456789012:parameter/mainstay-test";
    String machineKey = path + "/web/machine-key/11111111-2222-3333-4444-555555555555";

    assertThat(policy("web-parameters"))
        .extracting(
            it -> it.get("Action").toString(),
            it -> it.get("Resource").toString(),
            it -> it.has("Condition") ? it.get("Condition").toString() : "")
        .containsExactly(
            tuple(
                "[\"ssm:GetParameter\",\"ssm:GetParameters\",\"ssm:GetParametersByPath\"]",
                "[\"%s\",\"%s/*\"]".formatted(path, path),
                ""),
            tuple("[\"ssm:PutParameter\"]", "[\"%s\"]".formatted(machineKey), ""),
            tuple(
                "[\"kms:Decrypt\"]",
                "[\"%s\"]".formatted(Deployed.KEY_ARN),
                condition("StringLike", path + "/*")),
            tuple(
                "[\"kms:Encrypt\"]",
                "[\"%s\"]".formatted(Deployed.KEY_ARN),
                "{\"StringEquals\":{\"kms:ViaService\":\"ssm.eu-central-1.amazonaws.com\","
                    + "\"kms:EncryptionContext:PARAMETER_ARN\":\"%s\"}}".formatted(machineKey)));
  }

  @Test
  void serversFetchTheirApplicationAndNothingElse() {
    assertThat(deployed().all(ROLE_POLICY)).hasSize(1);

    args.application = new ApplicationArgs();
    args.application.bucket = "releases";
    args.application.key = "web/42.zip";
    assertThat(policy("web-application"))
        .extracting(it -> it.get("Action").toString(), it -> it.get("Resource").toString())
        .containsExactly(tuple("[\"s3:GetObject\"]", "[\"arn:aws:s3:::releases/web/42.zip\"]"));
  }

  private List<JsonObject> policy(String name) {
    String document = deployed().get(ROLE_POLICY, name).text("policy", "");
    return new Gson()
        .fromJson(document, JsonObject.class).getAsJsonArray("Statement").asList().stream()
            .map(each -> each.getAsJsonObject())
            .toList();
  }

  private static String condition(String operator, String parameter) {
    return "{\"StringEquals\":{\"kms:ViaService\":\"ssm.eu-central-1.amazonaws.com\"},"
        + "\"%s\":{\"kms:EncryptionContext:PARAMETER_ARN\":\"%s\"}}".formatted(operator, parameter);
  }
}
