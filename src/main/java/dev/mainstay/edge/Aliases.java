package dev.mainstay.edge;

import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.resources.CustomResourceOptions;

/**
 * Alias records of the domain and its subdomains for the load balancer. A CNAME is not possible at
 * the apex of a domain.
 */
final class Aliases {
  private Aliases() {}

  static void of(
      String edge, EdgeArgs args, LoadBalancer loadBalancer, CustomResourceOptions child) {
    alias(edge + "-apex", args.domain, args.hostedZoneId, loadBalancer, child);
    alias(edge + "-wildcard", "*." + args.domain, args.hostedZoneId, loadBalancer, child);
  }

  private static void alias(
      String name,
      String domain,
      String hostedZoneId,
      LoadBalancer loadBalancer,
      CustomResourceOptions child) {
    new Record(
        name,
        RecordArgs.builder()
            .zoneId(hostedZoneId)
            .name(domain)
            .type("A")
            .aliases(
                RecordAliasArgs.builder()
                    .name(loadBalancer.dnsName())
                    .zoneId(loadBalancer.zoneId())
                    .evaluateTargetHealth(true)
                    .build())
            .build(),
        child);
  }
}
