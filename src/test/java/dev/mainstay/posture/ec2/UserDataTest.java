package dev.mainstay.posture.ec2;

import static dev.mainstay.posture.Verdicts.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import dev.mainstay.posture.Verdicts;
import dev.mainstay.posture.model.Judge;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server is given to run holds no secret, however that would get in. */
public class UserDataTest {
  private static final String HOLDS = "FAILED [vm: user data holds no secret]";
  private static final String MAY_HOLD = "UNKNOWN [vm: user data holds no secret]";

  private static String verdict(String property, String text) {
    return Verdicts.of(
        "User data", node("aws:ec2/instance:Instance", "vm", Map.of(property, text)));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws configure set aws_access_key_id ASIAIOSFODNN7EXAMPLE",
        "export DB_PASSWORD=hunter2hunter2",
        "$auth_token = \"hunter2hunter2\"",
        "psql postgres://app:hunter2hunter2@db/app",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----"
      })
  void aSecretIsFoundInPlainTextAndInBase64(String script) {
    assertThat(verdict("userData", script)).isEqualTo(HOLDS);
    assertThat(verdict("userData", base64(script))).isEqualTo(HOLDS);
    assertThat(verdict("userDataBase64", base64(script))).isEqualTo(HOLDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$password = Get-SSMParameterValue -Name '/app/password'",
        "$password = \"$(New-Guid)\"",
        "export DB_PASSWORD=$(aws ssm get-parameter)",
        "export DB_PASSWORD=\"${secret}\"",
        "XAKIAIOSFODNN7EXAMPLE",
        "curl https://example.com:8443/@latest"
      })
  void whatIsReadFromElsewhereIsNoSecret(String script) {
    assertThat(verdict("userData", script)).isEqualTo("PASSED");
    assertThat(verdict("userDataBase64", base64(script))).isEqualTo("PASSED");
  }

  @Test
  void whatCannotBeReadMayHoldOne() {
    assertThat(verdict("userData", Judge.NOT_YET_KNOWN)).isEqualTo(MAY_HOLD);
    assertThat(verdict("userDataBase64", "H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA=="))
        .isEqualTo(MAY_HOLD);
  }

  @Test
  void aServerWithoutUserDataHasNone() {
    assertThat(Verdicts.of("User data", node("aws:ec2/instance:Instance", "vm", Map.of())))
        .isEqualTo("NOT_APPLICABLE");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:rds/instance:Instance,password,userData",
    "aws:elasticache/user:User,passwords[0],userData",
    "aws:iam/accessKey:AccessKey,secret,userDataBase64",
    "aws:ssm/parameter:Parameter,value,userData",
    "random:index/randomPassword:RandomPassword,result,userData",
    "tls:index/privateKey:PrivateKey,privateKeyPem,userData"
  })
  void aSecretOfAnotherResourceIsASecret(String type, String property, String path) {
    assertThat(referring(type, property, path)).isEqualTo(HOLDS);
  }

  @ParameterizedTest
  @CsvSource({
    "aws:rds/instance:Instance,address,userData",
    "aws:ssm/parameter:Parameter,name,userData",
    "aws:rds/instance:Instance,password,tags.Name"
  })
  void aNameOfAnotherResourceIsNone(String type, String property, String path) {
    assertThat(referring(type, property, path)).isEqualTo("PASSED");
  }

  private static String referring(String type, String property, String path) {
    ResourceNode other = node(type, "other", Map.of());
    return Verdicts.of(
        "User data",
        other,
        node(
            "aws:ec2/instance:Instance",
            "vm",
            Map.of("userData", "echo"),
            new Reference(path, other.urn(), property, false)));
  }
}
