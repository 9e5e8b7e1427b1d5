package dev.mainstay.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Stacks;
import dev.mainstay.graph.ResourceNode.Reference;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final String SECRET = "Tr0ub4dor-and-3";

  private static ResourceNode node(String type, Map<String, Object> inputs) {
    return new ResourceNode(
        "urn:" + type,
        type,
        "it",
        null,
        true,
        true,
        List.of("urn:x"),
        inputs,
        List.of(new Reference("password", "urn:x", "result", true)));
  }

  private static ResourceGraph graph(ResourceNode... nodes) {
    return new ResourceGraph("shop", "prod", List.of(nodes), Map.of());
  }

  private static Map<String, Object> redacted(String type, Map<String, Object> inputs) {
    return Redaction.of(graph(node(type, inputs))).resources().get(0).inputs();
  }

  @ParameterizedTest
  @CsvSource({
    "aws:rds/instance:Instance,password",
    "aws:rds/cluster:Cluster,masterPassword",
    "aws:elasticache/replicationGroup:ReplicationGroup,authToken",
    "aws:ssm/parameter:Parameter,value",
    "aws:secretsmanager/secretVersion:SecretVersion,secretString",
    "aws:acm/certificate:Certificate,privateKey",
    "aws:ec2/vpnConnection:VpnConnection,tunnel1PresharedKey",
    "mainstay:index:Database,password",
    "postgresql:index/role:Role,password"
  })
  void whatHoldsASecretIsReplaced(String type, String property) {
    assertThat(redacted(type, Map.of(property, SECRET, "name", "shop")))
        .isEqualTo(Map.of(property, "[secret]", "name", "shop"));
  }

  @Test
  void nothingElseOfAResourceChanges() {
    ResourceNode before = node("aws:rds/instance:Instance", Map.of("multiAz", true));

    assertThat(Redaction.of(graph(before))).isEqualTo(graph(before));
  }

  @Test
  void listsAndMapsOfSecretsKeepTheirShape() {
    assertThat(redacted("aws:elasticache/user:User", Map.of("passwords", List.of(SECRET, "b"))))
        .isEqualTo(Map.of("passwords", List.of("[secret]", "[secret]")));
    assertThat(
            redacted(
                "aws:glue/connection:Connection",
                Map.of("connectionProperties", Map.of("USERNAME", "u", "ports", List.of(1L)))))
        .isEqualTo(
            Map.of(
                "connectionProperties",
                Map.of("USERNAME", "[secret]", "ports", List.of("[secret]"))));
  }

  @Test
  void aSecretInsideAnObjectIsFoundByItsName() {
    assertThat(
            redacted(
                "aws:elasticache/user:User",
                Map.of(
                    "authenticationMode", Map.of("type", "password", "passwords", List.of("b")))))
        .isEqualTo(
            Map.of(
                "authenticationMode",
                Map.of("type", "password", "passwords", List.of("[secret]"))));
    assertThat(
            redacted(
                "aws:lambda/function:Function",
                Map.of("environment", Map.of("variables", Map.of("DB_PASSWORD", "b", "X", "c")))))
        .isEqualTo(
            Map.of(
                "environment", Map.of("variables", Map.of("DB_PASSWORD", "[secret]", "X", "c"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "manageMasterUserPassword", "noPasswordRequired", "masterUserSecretKmsKeyId", "secretArn",
        "secretId", "httpTokens", "authTokenUpdateStrategy", "passwordLength"
      })
  void whatIsOnlyAboutASecretStays(String property) {
    assertThat(redacted("any:index:Thing", Map.of(property, "true")))
        .isEqualTo(Map.of(property, "true"));
    assertThat(redacted("any:index:Thing", Map.of(property, 16L))).isEqualTo(Map.of(property, 16L));
  }

  @Test
  void aFlagANumberAndANameOfASecretAreNone() {
    var plain =
        Map.<String, Object>of(
            "generateSecret", "true",
            "resetPassword", "false",
            "secret", "arn:aws:secretsmanager:eu-central-1:1:secret:x",
            "maxPasswords", 3L,
            "clientSecret", Map.of("name", "x"));

    assertThat(redacted("any:index:Thing", plain)).isEqualTo(plain);
  }

  @Test
  void aVariableMayBeANameBesideAValue() {
    assertThat(
            redacted(
                "aws:apprunner/service:Service",
                Map.of(
                    "variables",
                    List.of(
                        Map.of("name", "DB_PASSWORD", "value", "b"),
                        Map.of("key", "API_KEY", "value", "b"),
                        Map.of("name", "HOST", "value", "b")))))
        .isEqualTo(
            Map.of(
                "variables",
                List.of(
                    Map.of("name", "DB_PASSWORD", "value", "[secret]"),
                    Map.of("key", "API_KEY", "value", "[secret]"),
                    Map.of("name", "HOST", "value", "b"))));
  }

  @Test
  void jsonIsReadLikeInputs() {
    assertThat(
            redacted(
                "aws:ecs/taskDefinition:TaskDefinition",
                Map.of(
                    "containerDefinitions",
                    "[{\"cpu\": 10, \"environment\": [{\"name\": \"DB_PASSWORD\", \"value\": \"b\"}]}]")))
        .isEqualTo(
            Map.of(
                "containerDefinitions",
                "[{\"cpu\":10,\"environment\":[{\"name\":\"DB_PASSWORD\",\"value\":\"[secret]\"}]}]"));
  }

  @Test
  void jsonWithoutSecretsStaysAsItIsWritten() {
    var policy = Map.<String, Object>of("policy", "{ \"Statement\": [ ] }", "broken", "{ \"a\" ");

    assertThat(redacted("aws:iam/policy:Policy", policy)).isEqualTo(policy);
  }

  @Test
  void aScriptKeepsAllButItsSecrets() {
    String script =
        """
        $password = '%1$s'
        export API_KEY=%1$s
        psql postgres://app:%1$s@db/app
        """
            .formatted("correct-horse");
    String without = script.replace("correct-horse", "[secret]");

    assertThat(redacted("aws:ec2/instance:Instance", Map.of("userData", script)))
        .isEqualTo(Map.of("userData", without));
    assertThat(
            redacted("aws:ec2/launchTemplate:LaunchTemplate", Map.of("userData", base64(script))))
        .isEqualTo(Map.of("userData", base64(without)));
  }

  @Test
  void aPrivateKeyIsTakenOutBetweenItsLines() {
    String begin = "-----BEGIN RSA PRIVATE KEY-----";

    assertThat(
            redacted(
                "any:index:Thing",
                Map.of("pem", begin + "\nMIIE\nowIB\n-----END RSA PRIVATE KEY-----\n")))
        .isEqualTo(Map.of("pem", begin + "[secret]-----END RSA PRIVATE KEY-----\n"));
    assertThat(redacted("any:index:Thing", Map.of("pem", begin + "\nMIIE")))
        .isEqualTo(Map.of("pem", begin + "[secret]"));
  }

  @Test
  void aCopyOfASecretIsOneWhereverItStands() {
    ResourceNode database = node("aws:rds/instance:Instance", Map.of("password", SECRET));
    ResourceNode server =
        node(
            "aws:ec2/instance:Instance",
            Map.of("userData", base64("connect --as app " + SECRET), "tags", Map.of("Pw", SECRET)));
    var graph =
        new ResourceGraph(
            "shop", "prod", List.of(server, database), Map.of("login", "app/" + SECRET));

    ResourceGraph redacted = Redaction.of(graph);

    assertThat(redacted.resources().get(0).inputs())
        .isEqualTo(
            Map.of(
                "userData", base64("connect --as app [secret]"), "tags", Map.of("Pw", "[secret]")));
    assertThat(redacted.outputs()).isEqualTo(Map.of("login", "app/[secret]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "12345678", "abc-12"})
  void aSecretThatCouldBeAnythingIsNotLookedForElsewhere(String weak) {
    ResourceNode database =
        node("aws:rds/instance:Instance", Map.of("password", weak, "engine", weak));

    assertThat(Redaction.of(graph(database)).resources().get(0).inputs())
        .isEqualTo(Map.of("password", "[secret]", "engine", weak));
  }

  @Test
  void whatAParameterHoldsIsHiddenThereAndNotElsewhereUnlessItIsNamedAsASecret() {
    ResourceNode user = node("aws:elasticache/user:User", Map.of("userName", "mainstay-prod-app"));
    ResourceNode setting =
        node(
            "aws:ssm/parameter:Parameter",
            Map.of("name", "/prod/cache/user", "value", "mainstay-prod-app"));
    ResourceNode secret =
        node(
            "aws:ssm/parameter:Parameter",
            Map.of("name", "/prod/cache/password", "value", "mainstay-prod-app"));

    assertThat(Redaction.of(graph(user, setting)).resources())
        .extracting(ResourceNode::inputs)
        .containsExactly(user.inputs(), Map.of("name", "/prod/cache/user", "value", "[secret]"));
    assertThat(Redaction.of(graph(user, secret)).resources().get(0).inputs())
        .isEqualTo(Map.of("userName", "[secret]"));
  }

  @Test
  void ofTheShippedStackNothingIsHiddenButWhatItsParametersHold() {
    ResourceGraph prod = Stacks.prod();
    ResourceGraph redacted = Redaction.of(prod);

    assertThat(redacted.outputs()).isEqualTo(prod.outputs());
    assertThat(redacted.resources())
        .filteredOn(node -> !prod.resources().contains(node))
        .hasSize(8)
        .allSatisfy(node -> assertThat(node.type()).isEqualTo("aws:ssm/parameter:Parameter"));
  }

  @Test
  void outputsWithTellingNamesAreReplaced() {
    var graph = new ResourceGraph("shop", "prod", List.of(), Map.of("databasePassword", "b"));

    assertThat(Redaction.of(graph).outputs()).isEqualTo(Map.of("databasePassword", "[secret]"));
  }

  @Test
  void whatIsRedactedStaysAsItIs() {
    ResourceGraph once =
        Redaction.of(
            graph(
                node(
                    "aws:rds/instance:Instance",
                    Map.of("password", SECRET, "script", "password = '" + SECRET + "'"))));

    assertThat(Redaction.of(once)).isEqualTo(once);
    assertThat(GraphJson.read(GraphJson.write(once))).isEqualTo(once);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
