package dev.mainstay.posture;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a stack does not tell is never taken for granted, neither for good nor for bad. */
public class UntoldTest {
  private static final String DATABASE = "aws:rds/instance:Instance";
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  private static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

  private static String verdict(String control, String type, String property, Object value) {
    return Verdicts.of(control, node(type, "it", Map.of(property, value)));
  }

  @Test
  void aSettingThatIsNotToldIsNeitherOnNorOff() {
    assertThat(verdict("RDS Multi-AZ", DATABASE, "multiAz", NOT_YET_KNOWN))
        .isEqualTo("UNKNOWN [it: multiAz is true]");
    assertThat(
            verdict(
                "No auto public IP", "aws:ec2/subnet:Subnet", "mapPublicIpOnLaunch", NOT_YET_KNOWN))
        .isEqualTo("UNKNOWN [it: mapPublicIpOnLaunch is false]");
    assertThat(verdict("Backups", DATABASE, "backupRetentionPeriod", NOT_YET_KNOWN))
        .isEqualTo("UNKNOWN [it: backupRetentionPeriod is 7 or more]");
    assertThat(verdict("Backups", DATABASE, "backupRetentionPeriod", "a week"))
        .isEqualTo("UNKNOWN [it: backupRetentionPeriod is 7 or more]");
  }

  @Test
  void whatIsInsideSomethingUntoldIsUntold() {
    assertThat(verdict("ALB logs", LOAD_BALANCER, "accessLogs", NOT_YET_KNOWN))
        .isEqualTo("UNKNOWN [it: its requests are logged to a bucket]");
    assertThat(
            Verdicts.of(
                "Health check",
                node(
                    "aws:lb/targetGroup:TargetGroup",
                    "it",
                    Map.of("protocol", "HTTPS", "healthCheck", NOT_YET_KNOWN))))
        .isEqualTo("UNKNOWN [it: healthCheck.path is set]");
    assertThat(verdict("IMDSv2", "aws:ec2/instance:Instance", "metadataOptions", NOT_YET_KNOWN))
        .isEqualTo("UNKNOWN [it: httpTokens is required; it: httpPutResponseHopLimit is 1]");
  }

  @Test
  void aSecretIsThereThoughItIsNotTold() {
    assertThat(verdict("Cache auth", CACHE, "authToken", NOT_YET_KNOWN)).isEqualTo("PASSED");
    assertThat(verdict("Cache auth", CACHE, "authToken", ""))
        .isEqualTo("FAILED [it: it has users with a password or a token]");
    assertThat(verdict("Cache auth", CACHE, "userGroupIds", List.of()))
        .isEqualTo("FAILED [it: it has users with a password or a token]");
  }

  @Test
  void aListMayHoldWhatIsNotTold() {
    String exports = "enabledCloudwatchLogsExports";
    String wanted = "it: enabledCloudwatchLogsExports has postgresql and upgrade";

    assertThat(logs(exports, List.of("upgrade", NOT_YET_KNOWN))).startsWith("UNKNOWN [" + wanted);
    assertThat(logs(exports, List.of("upgrade", "postgresql", NOT_YET_KNOWN)))
        .doesNotContain(wanted);
    assertThat(logs(exports, NOT_YET_KNOWN)).startsWith("UNKNOWN [" + wanted);
    assertThat(logs(exports, List.of("upgrade"))).isEqualTo("FAILED [" + wanted + "]");
    assertThat(logs(exports, "postgresql and upgrade")).isEqualTo("FAILED [" + wanted + "]");
  }

  private static String logs(String property, Object value) {
    return Verdicts.of(
        "RDS logs",
        node(
            DATABASE,
            "it",
            Map.of("engine", "postgres", "parameterGroupName", "theirs", property, value)));
  }

  @Test
  void aControlThatMayNotConcernAResourceCannotFailIt() {
    assertThat(
            Verdicts.of(
                "TLS to the DB",
                node(DATABASE, "it", Map.of("engine", NOT_YET_KNOWN, "parameterGroupName", "p"))))
        .isEqualTo("UNKNOWN [it: its parameters require TLS]");
    assertThat(verdict("ALB hardening", LOAD_BALANCER, "loadBalancerType", NOT_YET_KNOWN))
        .isEqualTo("UNKNOWN [it: dropInvalidHeaderFields is true]");
    assertThat(
            Verdicts.of(
                "ALB hardening",
                node(
                    LOAD_BALANCER,
                    "it",
                    Map.of("loadBalancerType", NOT_YET_KNOWN, "dropInvalidHeaderFields", true))))
        .isEqualTo("PASSED");
  }

  @Test
  void parametersThatAreNotToldMayBeSetAsWanted() {
    assertThat(parameters(NOT_YET_KNOWN)).isEqualTo(unknown());
    assertThat(parameters(List.of(NOT_YET_KNOWN))).isEqualTo(unknown());
    assertThat(parameters(List.of(Map.of("name", "rds.force_ssl", "value", NOT_YET_KNOWN))))
        .isEqualTo(unknown());
    assertThat(parameters(List.of(Map.of("name", "rds.force_ssl", "value", "1"))))
        .isEqualTo("PASSED");
    assertThat(
            parameters(
                List.of(
                    Map.of("name", "work_mem", "value", "1"),
                    Map.of("name", "rds.force_ssl", "value", "0"))))
        .isEqualTo("FAILED [it: its parameters require TLS]");
  }

  /** Whether TLS is the default depends on the version. */
  @Test
  void aParameterThatIsLeftOutHasTheDefaultOfItsVersion() {
    assertThat(parameters(List.of())).isEqualTo(unknown());
  }

  private static String unknown() {
    return "UNKNOWN [it: its parameters require TLS]";
  }

  private static String parameters(Object parameters) {
    ResourceNode group =
        node("aws:rds/parameterGroup:ParameterGroup", "group", Map.of("parameters", parameters));
    return Verdicts.of(
        "TLS to the DB",
        group,
        node(DATABASE, "it", Map.of("engine", "postgres"), to("parameterGroupName", group)));
  }

  @Test
  void anEncryptionModeThatIsLeftOutIsUnknown() {
    String wanted = "it: transitEncryptionEnabled is true, and required";

    assertThat(
            Verdicts.of(
                "Cache crypto",
                node(
                    CACHE,
                    "it",
                    Map.of(
                        "engine", "valkey",
                        "kmsKeyId", "key",
                        "transitEncryptionEnabled", true))))
        .isEqualTo("UNKNOWN [" + wanted + "]");
  }

  @Test
  void valkeyIsEncryptedUnlessToldOtherwise() {
    String wanted = "it: atRestEncryptionEnabled is true";

    assertThat(crypto("valkey", Map.of())).doesNotContain(wanted);
    assertThat(crypto("valkey", Map.of("atRestEncryptionEnabled", false))).contains(wanted);
    assertThat(crypto("redis", Map.of())).contains(wanted);
    assertThat(crypto("redis", Map.of("atRestEncryptionEnabled", true))).doesNotContain(wanted);
  }

  private static String crypto(String engine, Map<String, Object> more) {
    var inputs = new java.util.TreeMap<String, Object>(more);
    inputs.put("engine", engine);
    return Verdicts.of("Cache crypto", node(CACHE, "it", inputs));
  }
}
