package dev.mainstay.posture.iam;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.posture.Verdicts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may use a key, wherever its policy is written. */
public class KeyPolicyTest {
  private static final String OPEN = "FAILED [key: it has a policy, which allows no * principal]";

  private static Map<String, Object> key(String more) {
    return Map.of("enableKeyRotation", true, "policy", policy(more));
  }

  private static String policy(String more) {
    return "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"kms:*\", %s}}".formatted(more);
  }

  private static String verdict(Map<String, Object> inputs) {
    return Verdicts.of("KMS", node("aws:kms/key:Key", "key", inputs));
  }

  @Test
  void thePolicyOfAKeyMayStandInIt() {
    assertThat(verdict(key("\"Principal\": {\"AWS\": \"arn:aws:iam::1:root\"}")))
        .isEqualTo("PASSED");
    assertThat(verdict(key("\"Principal\": {\"AWS\": \"*\"}"))).isEqualTo(OPEN);
  }

  @Test
  void aConditionClosesWhatIsOpenToEverybody() {
    assertThat(
            verdict(
                key(
                    "\"Principal\": \"*\", \"Condition\": {\"StringEquals\":"
                        + " {\"kms:CallerAccount\": \"1\"}}")))
        .isEqualTo("PASSED");
  }

  @Test
  void onePolicyThatIsOpenIsEnough() {
    var key = node("aws:kms/key:Key", "key", key("\"Principal\": {\"AWS\": \"1\"}"));
    var more =
        node(
            "aws:kms/keyPolicy:KeyPolicy",
            "policy",
            Map.of("policy", policy("\"Principal\": \"*\"")),
            to("keyId", key));

    assertThat(Verdicts.of("KMS", key, more)).isEqualTo(OPEN);
  }

  @Test
  void aKeyThatCannotRotateIsNotAskedTo() {
    String policy = policy("\"Principal\": {\"AWS\": \"1\"}");

    assertThat(verdict(Map.of("policy", policy, "customerMasterKeySpec", "RSA_2048")))
        .isEqualTo("PASSED");
    assertThat(verdict(Map.of("policy", policy, "customerMasterKeySpec", "SYMMETRIC_DEFAULT")))
        .isEqualTo("FAILED [key: enableKeyRotation is true]");
    assertThat(verdict(Map.of("policy", policy)))
        .isEqualTo("FAILED [key: enableKeyRotation is true]");
  }

  @Test
  void theWindowOfAWSIsThirtyDaysAlready() {
    String policy = policy("\"Principal\": {\"AWS\": \"1\"}");

    assertThat(
            verdict(
                Map.of("policy", policy, "enableKeyRotation", true, "deletionWindowInDays", 30)))
        .isEqualTo("PASSED");
  }
}
