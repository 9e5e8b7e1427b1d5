package dev.mainstay.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessLogsTest {
  private static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
  private static final String POLICY = "aws:s3/bucketPolicy:BucketPolicy";

  private final EdgeArgs args = EdgeFixture.args();

  private Deployed deployed() {
    return EdgeFixture.deployed(args);
  }

  @Test
  void everyRequestIsLogged() {
    Deployed deployed = deployed();
    ResourceNode loadBalancer = deployed.only(LOAD_BALANCER);

    assertThat(loadBalancer.isTrue("accessLogs.enabled")).isTrue();
    assertThat(loadBalancer.referencesAt("accessLogs"))
        .containsExactly(deployed.only(BUCKET).urn());
  }

  @Test
  void theLoadBalancerWaitsUntilItMayWrite() {
    Deployed deployed = deployed();

    assertThat(deployed.only(LOAD_BALANCER).dependsOn())
        .containsExactly(deployed.only(POLICY).urn());
  }

  @Test
  void theBucketTakesLogsFromTheAccountOfTheRegionAndNothingInTheClear() {
    Deployed deployed = deployed();
    String bucket = bucketArn(deployed);

    assertThat(deployed.only(POLICY).text("policy", ""))
        .isEqualTo(
            """
            {"Version":"2012-10-17","Statement":[\
            {"Effect":"Allow","Action":["s3:PutObject"],\
            "Principal":{"AWS":"arn:aws:iam::054676820928:root"},\
            "Resource":["BUCKET/AWSLogs/123456789012/*"]},\
            {"Effect":"Deny","Action":["s3:*"],"Principal":{"AWS":"*"},\
            "Resource":["BUCKET","BUCKET/*"],\
            "Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}\
            """
                .replace("BUCKET", bucket));
  }

  @Test
  void regionsWithoutAnAccountOfTheirOwnDeliverAsAService() {
    for (String region : List.of("eu-central-2", "a-region-that-is-not-known-1")) {
      args.region(region);

      assertThat(deployed().only(POLICY).text("policy", ""))
          .contains(
              "\"Principal\":{\"Service\":\"logdelivery.elasticloadbalancing.amazonaws.com\"}")
          .doesNotContain(":root");
    }
  }

  private static String bucketArn(Deployed deployed) {
    var policy = deployed.only(POLICY).text("policy", "");
    String end = "/AWSLogs/";
    return policy.substring(policy.lastIndexOf('"', policy.indexOf(end)) + 1, policy.indexOf(end));
  }

  @Test
  void theBucketIsClosedToThePublicEncryptedAndVersioned() {
    Deployed deployed = deployed();

    assertThat(deployed.only("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").inputs())
        .containsEntry("blockPublicAcls", true)
        .containsEntry("blockPublicPolicy", true)
        .containsEntry("ignorePublicAcls", true)
        .containsEntry("restrictPublicBuckets", true);
    assertThat(
            deployed
                .only("aws:s3/bucketOwnershipControls:BucketOwnershipControls")
                .text("rule.objectOwnership", ""))
        .isEqualTo("BucketOwnerEnforced");
    assertThat(
            deployed
                .only(
                    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2")
                .text("rules[0].applyServerSideEncryptionByDefault.sseAlgorithm", ""))
        .isEqualTo("AES256");
    assertThat(
            deployed
                .only("aws:s3/bucketVersioningV2:BucketVersioningV2")
                .text("versioningConfiguration.status", ""))
        .isEqualTo("Enabled");
  }

  @Test
  void logsExpireWhenTheirRetentionEnds() {
    args.logRetentionDays(90);
    ResourceNode lifecycle =
        deployed().only("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2");

    assertThat(lifecycle.text("rules[0].status", "")).isEqualTo("Enabled");
    assertThat(lifecycle.number("rules[0].expiration.days", 0)).isEqualTo(90);
    assertThat(lifecycle.number("rules[0].noncurrentVersionExpiration.noncurrentDays", 0))
        .isEqualTo(7);
  }

  @Test
  void theBucketIsEmptiedOnDestroyOnlyWithoutDeletionProtection() {
    assertThat(deployed().only(BUCKET).isTrue("forceDestroy")).isFalse();

    args.deletionProtection = false;
    assertThat(deployed().only(BUCKET).isTrue("forceDestroy")).isTrue();
  }

  @Test
  void accessLogsCanBeSwitchedOff() {
    args.accessLogs = false;
    Deployed deployed = deployed();

    assertThat(deployed.only(LOAD_BALANCER).inputs()).doesNotContainKey("accessLogs");
    assertThat(deployed.graph().resources()).noneMatch(it -> it.type().startsWith("aws:s3/"));
  }
}
