package dev.mainstay.simulator;

import static dev.mainstay.simulator.AwsRule.require;

import java.util.Map;
import java.util.Objects;

/** Zones, logs, listeners and health checks of an application load balancer. */
final class LoadBalancerRules implements AwsRule {
  @Override
  public void check(Proposal proposal, Account account) {
    switch (proposal.type()) {
      case "aws:lb/loadBalancer:LoadBalancer" -> {
        require(
            Zones.of(proposal.texts("subnets"), account).size() >= 2,
            "ValidationError: At least two subnets in two different Availability Zones must be specified");
        proposal.objects("accessLogs").forEach(logs -> checkLogs(logs, account));
      }
      case "aws:lb/targetGroup:TargetGroup" ->
          proposal.objects("healthCheck").forEach(LoadBalancerRules::checkHealth);
      case "aws:lb/listener:Listener" -> checkListener(proposal, account);
      default -> {}
    }
  }

  /** The bucket is tried with a test object at once: its policy has to be there already. */
  private static void checkLogs(Map<String, Object> logs, Account account) {
    if (!Boolean.TRUE.equals(logs.get("enabled"))) {
      return;
    }
    var bucket = String.valueOf(logs.get("bucket"));
    var delivered =
        account.all("aws:s3/bucketPolicy:BucketPolicy").stream()
            .filter(policy -> policy.text("bucket").equals(bucket))
            .map(policy -> policy.text("policy"))
            .anyMatch(LoadBalancerRules::letsLogsIn);
    require(
        delivered,
        "InvalidConfigurationRequest: Access Denied for bucket: %s. Please check S3bucket permission"
            .formatted(bucket));
    var keyed =
        account
            .all(
                "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2")
            .stream()
            .filter(encryption -> encryption.text("bucket").equals(bucket))
            .anyMatch(encryption -> String.valueOf(encryption.get("rules")).contains("aws:kms"));
    require(
        !keyed, "InvalidConfigurationRequest: access logs need a bucket with SSE-S3, not SSE-KMS");
  }

  private static boolean letsLogsIn(String policy) {
    return policy.contains("s3:PutObject")
        && (policy.contains("elasticloadbalancing.amazonaws.com")
            || policy.matches("(?s).*::\\d{12}:root.*"));
  }

  private static void checkHealth(Map<String, Object> check) {
    var interval = seconds(check.get("interval"), 30);
    var timeout = seconds(check.get("timeout"), 5);
    require(
        timeout < interval,
        "ValidationError: Health check timeout '%d' must be smaller than the interval '%d'"
            .formatted(timeout, interval));
  }

  private static int seconds(Object value, int otherwise) {
    return value instanceof Double number ? number.intValue() : otherwise;
  }

  private static void checkListener(Proposal proposal, Account account) {
    if (!proposal.text("protocol").equals("HTTPS")) {
      require(
          !proposal.has("certificateArn"),
          "CertificateNotAllowed: certificates are for HTTPS listeners only");
      return;
    }
    require(
        proposal.has("certificateArn"),
        "ValidationError: A certificate must be specified for HTTPS listeners");
    require(
        !proposal.has("sslPolicy") || proposal.text("sslPolicy").startsWith("ELBSecurityPolicy-"),
        "SSLPolicyNotFound: SSL policy '%s' not found".formatted(proposal.text("sslPolicy")));
    var issued =
        account.all("aws:acm/certificate:Certificate").stream()
            .filter(it -> it.text("arn").equals(proposal.text("certificateArn")))
            .anyMatch(it -> isIssued(it, account));
    require(
        issued,
        "UnsupportedCertificate: The certificate '%s' must have a fully-qualified domain name, a supported signature, and a supported key size."
            .formatted(proposal.text("certificateArn")));
  }

  private static boolean isIssued(LiveResource certificate, Account account) {
    return Objects.equals(certificate.get("status"), "ISSUED")
        || account.all("aws:acm/certificateValidation:CertificateValidation").stream()
            .anyMatch(it -> it.text("certificateArn").equals(certificate.text("arn")));
  }
}
