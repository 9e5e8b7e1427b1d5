package dev.mainstay.security;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Section;
import java.util.List;
import java.util.Map;
import javax.annotation.Nonnull;

/** Who may talk to whom. The values come from the sections of the tiers themselves. */
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

  /** Who may reach the load balancer, on ports 443 and 80. Default: everybody. */
  public SecurityGroupsArgs clientCidrs(List<String> cidrs) {
    clientCidrs = cidrs;
    return this;
  }

  /** Who may reach the web servers by Remote Desktop. Default: nobody. */
  public SecurityGroupsArgs rdpCidrs(List<String> cidrs) {
    rdpCidrs = cidrs;
    return this;
  }

  /** Where the web servers listen for the load balancer. Default 443. */
  public SecurityGroupsArgs targetPort(int port) {
    targetPort = port;
    return this;
  }

  /** Where the database listens. Default 5432. */
  public SecurityGroupsArgs databasePort(int port) {
    databasePort = port;
    return this;
  }

  /** Where the cache listens. Default 6379. */
  public SecurityGroupsArgs cachePort(int port) {
    cachePort = port;
    return this;
  }

  /** Whether there are servers that build images. Default false. */
  public SecurityGroupsArgs imageBuilder(boolean wanted) {
    imageBuilder = wanted;
    return this;
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }
}
