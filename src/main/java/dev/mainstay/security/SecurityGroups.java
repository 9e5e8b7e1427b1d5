package dev.mainstay.security;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Tags;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * All security groups of the tiers and all rules between them.
 *
 * <p>Ingress: from clients to the load balancer, from it to the web servers, from them to the
 * database and the cache. Egress to the internet: ports 80 and 443 of the web servers and of the
 * servers that build images, which have no ingress. One owner of all groups avoids a dependency
 * cycle between the tiers.
 */
public final class SecurityGroups extends ComponentResource {
  private static final String ANYWHERE = "0.0.0.0/0";

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> loadBalancerId;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> webId;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> databaseId;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> cacheId;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> imageBuilderId;

  private final SecurityGroupsArgs args;
  private final CustomResourceOptions child;

  public SecurityGroups(
      String name, SecurityGroupsArgs args, @Nullable ComponentResourceOptions options) {
    super("mainstay:index:SecurityGroups", Refusal.unlessSound(name, args), options);
    this.args = args;
    this.child = CustomResourceOptions.builder().parent(this).build();

    loadBalancerId = group(name + "-load-balancer", "Load balancer: HTTPS from clients");
    webId = group(name + "-web", "Web servers: requests from the load balancer");
    databaseId = group(name + "-database", "Database: connections from the web servers");
    cacheId = group(name + "-cache", "Cache: connections from the web servers");

    for (String cidr : args.clientCidrs) {
      fromCidr(name + "-https-from-" + cidr, "HTTPS from clients", loadBalancerId, cidr, 443);
      fromCidr(name + "-http-from-" + cidr, "HTTP from clients", loadBalancerId, cidr, 80);
    }
    for (String cidr : args.rdpCidrs) {
      fromCidr(name + "-rdp-from-" + cidr, "Remote Desktop of an operator", webId, cidr, 3389);
    }
    connect(name + "-load-balancer-to-web", "Requests", loadBalancerId, webId, args.targetPort);
    connect(name + "-web-to-database", "PostgreSQL", webId, databaseId, args.databasePort);
    connect(name + "-web-to-cache", "Cache", webId, cacheId, args.cachePort);
    toTheWeb(name + "-web", webId);
    imageBuilderId = args.imageBuilder ? imageBuilder(name) : Output.ofNullable(null);
    registerOutputs(
        Map.of(
            "loadBalancerId", loadBalancerId,
            "webId", webId,
            "databaseId", databaseId,
            "cacheId", cacheId,
            "imageBuilderId", imageBuilderId));
  }

  public Output<String> loadBalancerId() {
    return loadBalancerId;
  }

  public Output<String> webId() {
    return webId;
  }

  public Output<String> databaseId() {
    return databaseId;
  }

  public Output<String> cacheId() {
    return cacheId;
  }

  /** The group of the servers that build images; null without a golden image. */
  public Output<String> imageBuilderId() {
    return imageBuilderId;
  }

  private Output<String> imageBuilder(String name) {
    Output<String> group = group(name + "-image-builder", "Servers that build images: no requests");
    toTheWeb(name + "-image-builder", group);
    return group;
  }

  private Output<String> group(String name, String description) {
    return new SecurityGroup(
            name,
            SecurityGroupArgs.builder()
                .description(description)
                .vpcId(args.vpcId)
                .tags(Tags.named(args.tags, name))
                .build(),
            child)
        .id();
  }

  /** Egress of {@code from} and ingress of {@code to}, each limited to the other group. */
  private void connect(String name, String what, Output<String> from, Output<String> to, int port) {
    new SecurityGroupEgressRule(
        name, egress(name, what, from, port).referencedSecurityGroupId(to).build(), child);
    new SecurityGroupIngressRule(
        name, ingress(name, what, to, port).referencedSecurityGroupId(from).build(), child);
  }

  private void fromCidr(String name, String what, Output<String> group, String cidr, int port) {
    new SecurityGroupIngressRule(
        name, ingress(name, what, group, port).cidrIpv4(cidr).build(), child);
  }

  private void toTheWeb(String name, Output<String> group) {
    toAnywhere(name + "-to-https", "AWS APIs and updates", group, 443);
    // Windows Update and certificate revocation lists use plain HTTP.
    toAnywhere(name + "-to-http", "Windows updates and revocation lists", group, 80);
  }

  private void toAnywhere(String name, String what, Output<String> group, int port) {
    new SecurityGroupEgressRule(
        name, egress(name, what, group, port).cidrIpv4(ANYWHERE).build(), child);
  }

  private SecurityGroupIngressRuleArgs.Builder ingress(
      String name, String what, Output<String> group, int port) {
    return SecurityGroupIngressRuleArgs.builder()
        .description(what)
        .securityGroupId(group)
        .ipProtocol("tcp")
        .fromPort(port)
        .toPort(port)
        .tags(Tags.named(args.tags, name));
  }

  private SecurityGroupEgressRuleArgs.Builder egress(
      String name, String what, Output<String> group, int port) {
    return SecurityGroupEgressRuleArgs.builder()
        .description(what)
        .securityGroupId(group)
        .ipProtocol("tcp")
        .fromPort(port)
        .toPort(port)
        .tags(Tags.named(args.tags, name));
  }
}
