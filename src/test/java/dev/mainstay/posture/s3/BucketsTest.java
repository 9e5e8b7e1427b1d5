package dev.mainstay.posture.s3;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.Verdicts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buckets as other programs write them: with resources beside them, or with all in one. */
public class BucketsTest {
  private static final Map<String, Object> BLOCKED =
      Map.of(
          "blockPublicAcls", true,
          "blockPublicPolicy", true,
          "ignorePublicAcls", true,
          "restrictPublicBuckets", true);

  private static String tlsOnly(String action, String effect, String condition) {
    return """
        {"Statement": {"Effect": "%s", "Principal": "*", "Action": "%s", "Resource": "*",
          "Condition": {"Bool": {%s}}}}"""
        .formatted(effect, action, condition);
  }

  private static String policy() {
    return tlsOnly("s3:*", "Deny", "\"aws:SecureTransport\": \"false\"");
  }

  private static ResourceNode beside(ResourceNode bucket, String type, Map<String, Object> inputs) {
    return node(type, "beside", inputs, to("bucket", bucket));
  }

  @Test
  void whatStandsInTheBucketCounts() {
    var bucket =
        node(
            "aws:s3/bucket:Bucket",
            "logs",
            Map.of(
                "versioning", Map.of("enabled", true),
                "lifecycleRules",
                    List.of(Map.of("enabled", true, "expiration", Map.of("days", 90L))),
                "policy", policy()));
    var block = beside(bucket, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", BLOCKED);

    assertThat(Verdicts.of("Log bucket", bucket, block)).isEqualTo("PASSED");
    assertThat(Verdicts.of("Log bucket", bucket))
        .isEqualTo("FAILED [logs: public access is blocked in all four ways]");
  }

  @Test
  void aBareBucketLacksEverything() {
    assertThat(Verdicts.of("Log bucket", node("aws:s3/bucket:Bucket", "logs", Map.of())))
        .isEqualTo(
            "FAILED [logs: public access is blocked in all four ways;"
                + " logs: its policy denies requests without TLS; logs: it keeps versions;"
                + " logs: an enabled lifecycle rule expires or moves its objects]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "V2"})
  void whatStandsBesideTheBucketCountsInEitherVersionOfTheProvider(String version) {
    var bucket =
        node("aws:s3/bucket%1$s:Bucket%1$s".formatted(version), "logs", Map.of("bucket", "logs"));
    assertThat(
            Verdicts.of(
                "Log bucket",
                bucket,
                beside(bucket, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", BLOCKED),
                beside(bucket, "aws:s3/bucketPolicy:BucketPolicy", Map.of("policy", policy())),
                beside(
                    bucket,
                    "aws:s3/bucketVersioning%1$s:BucketVersioning%1$s".formatted(version),
                    Map.of("versioningConfiguration", Map.of("status", "Enabled"))),
                beside(
                    bucket,
                    "aws:s3/bucketLifecycleConfiguration%1$s:BucketLifecycleConfiguration%1$s"
                        .formatted(version),
                    Map.of(
                        "rules",
                        List.of(Map.of("status", "Enabled", "expiration", Map.of("days", 90L)))))))
        .isEqualTo("PASSED");
  }

  private static String reached(String policy) {
    var bucket = node("aws:s3/bucketV2:BucketV2", "logs", Map.of());
    String verdict =
        Verdicts.of(
            "Log bucket",
            bucket,
            beside(bucket, "aws:s3/bucketPolicy:BucketPolicy", Map.of("policy", policy)));
    return verdict.contains("TLS") ? "over anything" : "over TLS";
  }

  @Test
  void plainHttpIsDeniedInAnyForm() {
    for (String condition :
        List.of(
            "\"aws:SecureTransport\": \"false\"",
            "\"aws:SecureTransport\": false",
            "\"aws:securetransport\": [\"false\"]")) {
      assertThat(reached(tlsOnly("s3:*", "Deny", condition))).isEqualTo("over TLS");
      assertThat(reached(tlsOnly("*", "Deny", condition))).isEqualTo("over TLS");
    }
  }

  @Test
  void aPolicyThatDeniesLessLeavesPlainHttp() {
    String plain = "\"aws:SecureTransport\": \"false\"";

    assertThat(reached(tlsOnly("s3:Get*", "Deny", plain))).isEqualTo("over anything");
    assertThat(reached(tlsOnly("s3:*", "Allow", plain))).isEqualTo("over anything");
    assertThat(reached(tlsOnly("s3:*", "Deny", "\"aws:SecureTransport\": \"true\"")))
        .isEqualTo("over anything");
    assertThat(reached(policy().replace("\"Principal\": \"*\"", "\"Principal\": \"me\"")))
        .isEqualTo("over anything");
  }
}
