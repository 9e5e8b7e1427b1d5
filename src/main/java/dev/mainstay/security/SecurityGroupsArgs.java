package dev.mainstay.security;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Section;
import java.util.List;
import java.util.Map;
import javax.annotation.Nonnull;

/** The clients and ports of the tiers. The values come from the sections of the tiers. */
public final class SecurityGroupsArgs extends ResourceArgs implements Section {
  @Import @Nonnull Output<String> vpcId;
  @Import Map<String, String> tags = Map.of();
  @Import List<String> clientCidrs = List.of("0.0.0.0/0");
  @Import List<String> rdpCidrs = List.of();
  @Import Integer targetPort = 443;
  @Import Integer databasePort = 5432;
  @Import Integer cachePort = 6379;
  @Import Boolean imageBuilder = false;

  /** The VPC of the groups. Required. */
  public SecurityGroupsArgs vpcId(Output<String> id) {
    vpcId = id;
    return this;
  }

  /** Tags of every resource; a {@code Name} becomes the prefix of each resource's own. */
  public SecurityGroupsArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  /** IPv4 ranges with access to ports 443 and 80 of the load balancer. Default: all. */
  public SecurityGroupsArgs clientCidrs(List<String> cidrs) {
    clientCidrs = cidrs;
    return this;
  }

  /** IPv4 ranges with Remote Desktop access to the web servers. Default: none. */
  public SecurityGroupsArgs rdpCidrs(List<String> cidrs) {
    rdpCidrs = cidrs;
    return this;
  }

  /** The port of the web servers. Default 443. */
  public SecurityGroupsArgs targetPort(int port) {
    targetPort = port;
    return this;
  }

  /** The port of the database. Default 5432. */
  public SecurityGroupsArgs databasePort(int port) {
    databasePort = port;
    return this;
  }

  /** The port of the cache. Default 6379. */
  public SecurityGroupsArgs cachePort(int port) {
    cachePort = port;
    return this;
  }

  /** Whether the stack has servers that build images. Default false. */
  public SecurityGroupsArgs imageBuilder(boolean wanted) {
    imageBuilder = wanted;
    return this;
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }
}
