package dev.mainstay.edge;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Relaxation;
import dev.mainstay.config.Rule;
import dev.mainstay.config.Section;
import java.util.List;
import java.util.Map;
import javax.annotation.Nonnull;
import javax.annotation.Nullable;

/** The load balancer, its name and its certificate: section {@code mainstay:edge}. */
public final class EdgeArgs extends ResourceArgs implements Section {
  /**
   * Domain of the site, such as {@code example.com}; the site also serves its subdomains. Default:
   * none, and only plain HTTP.
   */
  @Import @Nullable public String domain;

  /**
   * Route 53 hosted zone of the domain, in which the stack creates alias records. Required for DNS
   * validation. Not set if the domain's records are managed elsewhere.
   */
  @Import @Nullable public String hostedZoneId;

  /**
   * Validation of the certificate: {@code dns} (default), with a record that the stack creates;
   * {@code email}, by a link in an email, now and at every renewal.
   */
  @Import @Nullable public String validation;

  /**
   * ARN of an existing ACM certificate in the same region. Default: none; the stack requests one
   * for {@link #domain}.
   */
  @Import @Nullable public String certificateArn;

  /**
   * TLS policy: {@code ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09} (default), TLS 1.3 and 1.2 with
   * post-quantum key exchange for clients that support it, <a
   * href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html">recommended
   * by AWS</a>; {@code ELBSecurityPolicy-TLS13-1-2-2021-06}, its predecessor.
   */
  @Import @Nullable public String sslPolicy;

  /** Path of the health check; a healthy web server returns 200. Default {@code /health}. */
  @Import @Nullable public String healthPath;

  /** Interval of the health checks, 5 to 300 seconds. Default 10. */
  @Import @Nullable public Integer healthIntervalSeconds;

  /** Timeout of a health check, 2 to 120 seconds. Default 5. */
  @Import @Nullable public Integer healthTimeoutSeconds;

  /** Consecutive successful health checks until a web server is healthy, 2 to 10. Default 2. */
  @Import @Nullable public Integer healthyThreshold;

  /** Consecutive failed health checks until a web server is unhealthy, 2 to 10. Default 3. */
  @Import @Nullable public Integer unhealthyThreshold;

  /** Protocol between load balancer and web servers: {@code https} (default) or {@code http}. */
  @Import @Nullable public String targetProtocol;

  /** Deregistration delay, in which requests complete, 0 to 3600 seconds. Default 60. */
  @Import @Nullable public Integer deregistrationSeconds;

  /** Duration of sticky sessions, 0 to 604800 seconds. Default 0: no sticky sessions. */
  @Import @Nullable public Integer stickinessSeconds;

  /** Idle timeout of connections, 1 to 4000 seconds. Default 60. */
  @Import @Nullable public Integer idleTimeoutSeconds;

  /**
   * Whether the load balancer sets security headers on each response and replaces those of the
   * application: HSTS, {@code nosniff}, frames of the same origin. Default true.
   */
  @Import @Nullable public Boolean responseHeaders;

  /** IPv4 ranges of the clients. Default {@code [0.0.0.0/0]}: all. */
  @Import @Nullable public List<String> allowedCidrs;

  /** Whether access logs are written to a bucket. Default true. */
  @Import @Nullable public Boolean accessLogs;

  /** Whether a web application firewall inspects each request. Default true. */
  @Import @Nullable public Boolean waf;

  /** Rate limit per client address in five minutes, 10 to 2000000000 requests. Default 2000. */
  @Import @Nullable public Integer rateLimitPer5Minutes;

  /**
   * Whether AWS and Pulumi refuse to delete the load balancer. Default true. With false, a destroy
   * also deletes the access logs.
   */
  @Import @Nullable public Boolean deletionProtection;

  @Import @Nonnull String region;
  @Import Map<String, String> tags = Map.of();
  @Import @Nonnull Output<String> vpcId;
  @Import @Nonnull Output<List<String>> subnetIds;
  @Import @Nonnull Output<String> securityGroupId;
  @Import @Nonnull Output<String> kmsKeyArn;
  @Import Integer logRetentionDays;

  /** The region, such as {@code eu-central-1}. Required. */
  public EdgeArgs region(String name) {
    region = name;
    return this;
  }

  /** Tags of every resource; a {@code Name} becomes the prefix of each resource's own. */
  public EdgeArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  /** The VPC of the web servers. Required. */
  public EdgeArgs vpcId(Output<String> id) {
    vpcId = id;
    return this;
  }

  /** Public subnets in at least two zones. Required. */
  public EdgeArgs subnetIds(Output<List<String>> ids) {
    subnetIds = ids;
    return this;
  }

  /** The security group of the load balancer. Required. */
  public EdgeArgs securityGroupId(Output<String> id) {
    securityGroupId = id;
    return this;
  }

  /** The key that encrypts the firewall's log; its account owns the access logs. Required. */
  public EdgeArgs kmsKeyArn(Output<String> arn) {
    kmsKeyArn = arn;
    return this;
  }

  /** Retention of the access logs and the firewall's log, in days. Default 365. */
  public EdgeArgs logRetentionDays(int days) {
    logRetentionDays = days;
    return this;
  }

  public String validation() {
    return validation == null ? EdgeRules.DNS : validation;
  }

  public String sslPolicy() {
    return sslPolicy == null ? EdgeRules.SSL_POLICIES.get(0) : sslPolicy;
  }

  public String healthPath() {
    return healthPath == null ? "/health" : healthPath;
  }

  public int healthIntervalSeconds() {
    return healthIntervalSeconds == null ? 10 : healthIntervalSeconds;
  }

  public int healthTimeoutSeconds() {
    return healthTimeoutSeconds == null ? 5 : healthTimeoutSeconds;
  }

  public int healthyThreshold() {
    return healthyThreshold == null ? 2 : healthyThreshold;
  }

  public int unhealthyThreshold() {
    return unhealthyThreshold == null ? 3 : unhealthyThreshold;
  }

  public String targetProtocol() {
    return targetProtocol == null ? "https" : targetProtocol;
  }

  /** The port of the web servers. */
  public int targetPort() {
    return targetProtocol().equals("https") ? 443 : 80;
  }

  public int deregistrationSeconds() {
    return deregistrationSeconds == null ? 60 : deregistrationSeconds;
  }

  public int stickinessSeconds() {
    return stickinessSeconds == null ? 0 : stickinessSeconds;
  }

  public int idleTimeoutSeconds() {
    return idleTimeoutSeconds == null ? 60 : idleTimeoutSeconds;
  }

  public boolean responseHeaders() {
    return responseHeaders == null || responseHeaders;
  }

  public List<String> allowedCidrs() {
    return allowedCidrs == null ? List.of("0.0.0.0/0") : allowedCidrs;
  }

  public boolean accessLogs() {
    return accessLogs == null || accessLogs;
  }

  public boolean waf() {
    return waf == null || waf;
  }

  public int rateLimitPer5Minutes() {
    return rateLimitPer5Minutes == null ? 2000 : rateLimitPer5Minutes;
  }

  public boolean deletionProtection() {
    return deletionProtection == null || deletionProtection;
  }

  /** Whether clients use HTTPS: with a certificate, or with a domain for one. */
  public boolean https() {
    return domain != null || certificateArn != null;
  }

  int logRetentionDays() {
    return logRetentionDays == null ? 365 : logRetentionDays;
  }

  @Override
  public List<Problem> problems() {
    return Rule.check(EdgeRules.ALL, this);
  }

  /** What can be planned but not deployed: a domain that is reserved for examples. */
  public List<Problem> deploymentProblems() {
    return Rule.check(EdgeRules.DEPLOYMENT, this);
  }

  @Override
  public List<Relaxation> relaxations() {
    return Relaxation.of(EdgeRelaxations.ALL, this);
  }
}
