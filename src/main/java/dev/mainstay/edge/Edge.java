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
 * What visitors meet: a name, a certificate, a firewall and a load balancer over all zones.
 *
 * <p>Plain HTTP is redirected, unless there is no certificate to redirect to. The target group's
 * ARN resolves only once a listener forwards to it, so web servers that are replaced when the load
 * balancer finds them unhealthy do not start before it looks.
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
            // Lets an operator, or AWS, move traffic out of an ailing zone.
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

  /** Where visitors go; the load balancer's own name if no domain is configured. */
  public Output<String> url() {
    return url;
  }

  public Output<String> dnsName() {
    return dnsName;
  }

  /** The zone of {@link #dnsName}, for alias records made elsewhere. */
  public Output<String> zoneId() {
    return zoneId;
  }

  public Output<String> loadBalancerArn() {
    return loadBalancerArn;
  }

  /** How CloudWatch names the load balancer. */
  public Output<String> loadBalancerArnSuffix() {
    return loadBalancerArnSuffix;
  }

  /** The group that web servers join; once a listener forwards to it. */
  public Output<String> targetGroupArn() {
    return targetGroupArn;
  }

  /** How CloudWatch names the target group. */
  public Output<String> targetGroupArnSuffix() {
    return targetGroupArnSuffix;
  }

  /** The certificate, once it is valid; null where visitors are served over plain HTTP. */
  public Output<String> certificateArn() {
    return certificateArn;
  }
}
