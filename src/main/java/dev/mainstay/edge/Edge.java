package dev.mainstay.edge;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Rule;
import dev.mainstay.config.Tags;
import dev.mainstay.outputs.LoadBalancerTargets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * The entry point of clients: a domain, a certificate, a web application firewall and a load
 * balancer in all zones.
 *
 * <p>With a certificate, the load balancer redirects HTTP to HTTPS. The ARN of the target group
 * resolves once a listener forwards to it: servers without health checks would count as unhealthy
 * and be replaced.
 */
public final class Edge extends ComponentResource {
  @Export(refs = String.class, tree = "[0]")
  private final Output<String> url;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> dnsName;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> zoneId;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> loadBalancerArn;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> loadBalancerArnSuffix;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> targetGroupArn;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> targetGroupArnSuffix;

  @Export(refs = String.class, tree = "[0]")
  @Nullable
  private final Output<String> certificateArn;

  private final boolean https;

  public Edge(String name, EdgeArgs args, @Nullable ComponentResourceOptions options) {
    super("mainstay:index:Edge", sound(name, args), options);
    var child = CustomResourceOptions.builder().parent(this).build();

    certificateArn = certificateArn(name, args, child);
    var loadBalancer = loadBalancer(name, args, child);
    if (args.waf()) {
      new Firewall(name, args, child).protect(loadBalancer.arn());
    }
    var targets = Targets.of(name, args, child);
    var listeners = new Listeners(name, args, loadBalancer, child);
    Listener forwarding;
    if (args.https()) {
      forwarding = listeners.https(certificateArn, targets);
      listeners.redirect();
    } else {
      forwarding = listeners.http(targets);
    }
    if (args.hostedZoneId != null) {
      Aliases.of(name, args, loadBalancer, child);
    }

    url = url(args, loadBalancer);
    dnsName = loadBalancer.dnsName();
    zoneId = loadBalancer.zoneId();
    loadBalancerArn = loadBalancer.arn();
    loadBalancerArnSuffix = loadBalancer.arnSuffix();
    targetGroupArn = forwarding.arn().apply(listening -> targets.arn());
    targetGroupArnSuffix = targets.arnSuffix();
    https = args.https();
    registerOutputs(
        Map.of(
            "url", url,
            "dnsName", dnsName,
            "zoneId", zoneId,
            "loadBalancerArn", loadBalancerArn,
            "loadBalancerArnSuffix", loadBalancerArnSuffix,
            "targetGroupArn", targetGroupArn,
            "targetGroupArnSuffix", targetGroupArnSuffix,
            "certificateArn", certificateArn));
  }

  private static String sound(String name, EdgeArgs args) {
    return Refusal.unlessSound(
        name,
        () ->
            Stream.of(Rule.check(EdgeRules.NAME, name), args.problems())
                .flatMap(List::stream)
                .toList());
  }

  private static Output<String> certificateArn(
      String name, EdgeArgs args, CustomResourceOptions child) {
    return EdgeRules.makesCertificate(args)
        ? CertificateOfDomain.arnOnceValid(name, args, child)
        : Output.ofNullable(args.certificateArn);
  }

  private static LoadBalancer loadBalancer(
      String name, EdgeArgs args, CustomResourceOptions child) {
    var loadBalancer =
        LoadBalancerArgs.builder()
            .loadBalancerType("application")
            .internal(false)
            .subnets(args.subnetIds)
            .securityGroups(args.securityGroupId.applyValue(List::of))
            .dropInvalidHeaderFields(true)
            .desyncMitigationMode("defensive")
            .idleTimeout(args.idleTimeoutSeconds())
            // Lets an operator or AWS move traffic away from an impaired zone.
            .enableZonalShift(true)
            .enableDeletionProtection(args.deletionProtection())
            .tags(Tags.named(args.tags, name));
    var options = CustomResourceOptions.builder().protect(args.deletionProtection());
    if (args.accessLogs()) {
      var logs = new AccessLogs(name, args, child);
      loadBalancer.accessLogs(logs.destination());
      options.dependsOn(logs.permission());
    }
    return new LoadBalancer(
        name, loadBalancer.build(), CustomResourceOptions.merge(child, options.build()));
  }

  private static Output<String> url(EdgeArgs args, LoadBalancer loadBalancer) {
    String scheme = args.https() ? "https://" : "http://";
    return args.domain == null
        ? loadBalancer.dnsName().applyValue(scheme::concat)
        : Output.of(scheme + args.domain);
  }

  /** For the components that register targets and that monitor the load balancer. */
  public LoadBalancerTargets targets() {
    return new LoadBalancerTargets(
        targetGroupArn, targetGroupArnSuffix, loadBalancerArnSuffix, https ? certificateArn : null);
  }

  /** The URL for clients; without a domain it contains the load balancer's name. */
  public Output<String> url() {
    return url;
  }

  public Output<String> dnsName() {
    return dnsName;
  }

  /** The hosted zone of {@link #dnsName}, for alias records outside the stack. */
  public Output<String> zoneId() {
    return zoneId;
  }

  public Output<String> loadBalancerArn() {
    return loadBalancerArn;
  }

  /** The load balancer as CloudWatch dimensions name it. */
  public Output<String> loadBalancerArnSuffix() {
    return loadBalancerArnSuffix;
  }

  /** The target group of the web servers. Resolves once a listener forwards to it. */
  public Output<String> targetGroupArn() {
    return targetGroupArn;
  }

  /** The target group as CloudWatch dimensions name it. */
  public Output<String> targetGroupArnSuffix() {
    return targetGroupArnSuffix;
  }

  /** The certificate. Resolves once it is valid; null without HTTPS. */
  public Output<String> certificateArn() {
    return certificateArn;
  }
}
