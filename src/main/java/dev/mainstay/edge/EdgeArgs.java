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
   * The domain that visitors use, such as {@code example.com}; its subdomains are served too.
   * Default: none, and then plain HTTP only.
   */
  @Import @Nullable public String domain;

  /**
   * The Route 53 zone of the domain, which gets the alias records. Required to validate a
   * certificate through DNS; left out where somebody else keeps the domain's records.
   */
  @Import @Nullable public String hostedZoneId;

  /**
   * How the domain's owner agrees to the certificate: {@code dns} (default), through a record that
   * is made here; {@code email}, by following a link in a mail, now and at every renewal.
   */
  @Import @Nullable public String validation;

  /**
   * A certificate of ACM in the same region that is there already. Default: none; one is made for
   * {@link #domain}.
   */
  @Import @Nullable public String certificateArn;

  /**
   * What TLS clients may speak: {@code ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09} (default), TLS
   * 1.3 and 1.2 with a post-quantum key exchange for clients that know it, <a
   * href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html">what
   * AWS recommends</a>; {@code ELBSecurityPolicy-TLS13-1-2-2021-06}, its predecessor.
   */
  @Import @Nullable public String sslPolicy;

  /** The path that a healthy web server answers with 200. Default {@code /health}. */
  @Import @Nullable public String healthPath;

  /** Time between two health checks of a web server, 5 to 300 seconds. Default 10. */
  @Import @Nullable public Integer healthIntervalSeconds;

  /** Time in which a health check must be answered, 2 to 120 seconds. Default 5. */
  @Import @Nullable public Integer healthTimeoutSeconds;

  /** Health checks in a row that make a web server healthy, 2 to 10. Default 2. */
  @Import @Nullable public Integer healthyThreshold;

  /** Failed health checks in a row that make a web server unhealthy, 2 to 10. Default 3. */
  @Import @Nullable public Integer unhealthyThreshold;

  /** How the load balancer speaks to web servers: {@code https} (default) or {@code http}. */
  @Import @Nullable public String targetProtocol;

  /** How long a leaving web server may finish its requests, 0 to 3600 seconds. Default 60. */
  @Import @Nullable public Integer deregistrationSeconds;

  /** How long a visitor stays with one web server, 0 to 604800 seconds. Default 0: not at all. */
  @Import @Nullable public Integer stickinessSeconds;

  /** How long a connection may be silent, 1 to 4000 seconds. Default 60. */
  @Import @Nullable public Integer idleTimeoutSeconds;

  /**
   * Whether the load balancer sets security headers on each response, in place of those of the
   * application: HSTS, no sniffing, frames of the same origin only. Default true.
   */
  @Import @Nullable public Boolean responseHeaders;

  /** IPv4 blocks of the visitors. Default {@code [0.0.0.0/0]}: everybody. */
  @Import @Nullable public List<String> allowedCidrs;

  /** Whether each request is logged to a bucket. Default true. */
  @Import @Nullable public Boolean accessLogs;

  /** Whether a web application firewall looks at each request. Default true. */
  @Import @Nullable public Boolean waf;

  /** Requests that one address may make in five minutes, 10 to 2000000000. Default 2000. */
  @Import @Nullable public Integer rateLimitPer5Minutes;

  /**
   * Whether AWS and Pulumi refuse to delete the load balancer. Default true; false also lets a
   * destroy empty the bucket of access logs.
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

  /** Public subnets in two zones or more. Required. */
  public EdgeArgs subnetIds(Output<List<String>> ids) {
    subnetIds = ids;
    return this;
  }

  /** The security group of the load balancer. Required. */
  public EdgeArgs securityGroupId(Output<String> id) {
    securityGroupId = id;
    return this;
  }

  /** The key of the firewall's log; its account also owns the access logs. Required. */
  public EdgeArgs kmsKeyArn(Output<String> arn) {
    kmsKeyArn = arn;
    return this;
  }

  /** How long access logs and the firewall's log are kept. Default 365 days. */
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

  /** The port that web servers listen on for the load balancer. */
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

  /** Whether visitors are served over TLS: there is a certificate, or a domain to get one for. */
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

  /** What AWS would refuse although it can be planned: a domain that only stands in examples. */
  public List<Problem> deploymentProblems() {
    return Rule.check(EdgeRules.DEPLOYMENT, this);
  }

  @Override
  public List<Relaxation> relaxations() {
    return Relaxation.of(EdgeRelaxations.ALL, this);
  }
}
