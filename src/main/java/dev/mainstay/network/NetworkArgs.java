package dev.mainstay.network;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Doubt;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Relaxation;
import dev.mainstay.config.Rule;
import dev.mainstay.config.Section;
import dev.mainstay.config.Warning;
import dev.mainstay.facts.Region;
import java.util.List;
import java.util.Map;
import javax.annotation.Nonnull;
import javax.annotation.Nullable;

/** The network: section {@code mainstay:network}. */
public final class NetworkArgs extends ResourceArgs implements Section {
  /** Address range of the VPC, /16 to /20. Default {@code 10.0.0.0/16}. */
  @Import @Nullable public String cidr;

  /** Letters of the Availability Zones, such as {@code [a, b]}. Default: the region's first two. */
  @Import @Nullable public List<String> availabilityZones;

  /**
   * Internet access of the private subnets: {@code perZone} (default), a NAT gateway in each zone;
   * {@code single}, one NAT gateway; {@code instance}, one NAT instance, which is replaced if it
   * fails; {@code none}.
   */
  @Import @Nullable public String nat;

  /** EC2 instance type of the NAT instance. Default {@code t4g.nano}. */
  @Import @Nullable public String natInstanceType;

  /** Whether VPC flow logs record all traffic. Default true. */
  @Import @Nullable public Boolean flowLogs;

  /** Whether the VPC has interface endpoints for Systems Manager and EC2. Default true. */
  @Import @Nullable public Boolean endpoints;

  @Import @Nonnull String region;
  @Import Map<String, String> tags = Map.of();
  @Import @Nonnull Output<String> kmsKeyArn;
  @Import Integer logRetentionDays;

  /** The region, such as {@code eu-central-1}. Required. */
  public NetworkArgs region(String name) {
    region = name;
    return this;
  }

  /** Tags of every resource; a {@code Name} becomes the prefix of each resource's own. */
  public NetworkArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  /** The key that encrypts the flow logs. Required. */
  public NetworkArgs kmsKeyArn(Output<String> arn) {
    kmsKeyArn = arn;
    return this;
  }

  /** Retention of the flow logs, in days. Default 365. */
  public NetworkArgs logRetentionDays(int days) {
    logRetentionDays = days;
    return this;
  }

  public String cidr() {
    return cidr == null ? "10.0.0.0/16" : cidr;
  }

  public List<String> availabilityZones() {
    return availabilityZones == null ? defaultZones() : availabilityZones;
  }

  private List<String> defaultZones() {
    List<String> known = Region.named(region).map(Region::zoneLetters).orElse(List.of());
    return known.size() < 2 ? List.of("a", "b") : known.subList(0, 2);
  }

  /** The number of addresses that the servers of a subnet can use. */
  public int freeAddressesPerSubnet() {
    return AddressPlan.FREE_ADDRESSES;
  }

  public String nat() {
    return nat == null ? "perZone" : nat;
  }

  public String natInstanceType() {
    return natInstanceType == null ? "t4g.nano" : natInstanceType;
  }

  public boolean flowLogs() {
    return flowLogs == null || flowLogs;
  }

  public boolean endpoints() {
    return endpoints == null || endpoints;
  }

  int logRetentionDays() {
    return logRetentionDays == null ? 365 : logRetentionDays;
  }

  @Override
  public List<Problem> problems() {
    return Rule.check(NetworkRules.ALL, this);
  }

  @Override
  public List<Warning> warnings() {
    return Doubt.warnings(NetworkRules.DOUBTS, this);
  }

  @Override
  public List<Relaxation> relaxations() {
    return Relaxation.of(NetworkRelaxations.ALL, this);
  }
}
