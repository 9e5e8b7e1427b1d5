package dev.mainstay.network;

import dev.mainstay.config.Doubt;
import dev.mainstay.config.Rule;
import dev.mainstay.facts.InstanceType;
import dev.mainstay.facts.Region;
import inet.ipaddr.ipv4.IPv4Address;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** The rules for the configuration of a network. */
final class NetworkRules {
  static final List<String> NAT_MODES = List.of("perZone", "single", "instance", "none");

  /** The widest range that AWS allows; the narrowest holds three tiers of /24 subnets. */
  private static final int WIDEST_PREFIX_BITS = 16;

  private static final int NARROWEST_PREFIX_BITS = 20;

  private static final List<IPv4Address> PRIVATE =
      Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
          .flatMap(block -> AddressPlan.parse(block).stream())
          .toList();

  static final List<Rule<NetworkArgs>> ALL =
      List.of(
          Rule.of(
              "cidr",
              NetworkArgs::cidr,
              "an IPv4 block of /16 to /20 without host bits, such as 10.0.0.0/16",
              args -> isRange(args.cidr())),
          Rule.each(
              "availabilityZones",
              NetworkArgs::availabilityZones,
              "zone letters, such as [a, b]",
              NetworkRules::isLetter),
          Rule.of(
              "availabilityZones",
              NetworkArgs::availabilityZones,
              "at least two different zones",
              args ->
                  args.availabilityZones().size() >= 2
                      && new HashSet<>(args.availabilityZones()).size()
                          == args.availabilityZones().size()),
          Rule.<NetworkArgs>of(
                  "availabilityZones",
                  NetworkArgs::availabilityZones,
                  "zones for which the CIDR range has subnets",
                  NetworkRules::zonesFit)
              .advising(args -> "a /16 range has subnets for every letter"),
          Rule.oneOf("nat", NetworkArgs::nat, NAT_MODES),
          Rule.of(
              "natInstanceType",
              NetworkArgs::natInstanceType,
              "an EC2 instance type, such as t4g.nano",
              args -> args.natInstanceType().matches("[a-z][a-z0-9-]*\\.[a-z0-9-]+")));

  static final List<Doubt<NetworkArgs>> DOUBTS =
      List.of(
          new Doubt<>(
              "cidr",
              NetworkArgs::cidr,
              "public addresses: use 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10;"
                  + " the VPC cannot reach internet hosts with these addresses",
              NetworkRules::isPublic),
          new Doubt<>(
              "availabilityZones",
              NetworkArgs::availabilityZones,
              "with zones unknown to this release; your account may have them",
              NetworkRules::hasUnknownZone),
          new Doubt<>(
              "natInstanceType",
              NetworkArgs::natInstanceType,
              Doubt.UNKNOWN,
              args ->
                  args.nat().equals("instance")
                      && InstanceType.named(args.natInstanceType()).isEmpty()));

  private NetworkRules() {}

  private static boolean isRange(String cidr) {
    return AddressPlan.parse(cidr)
        .filter(range -> range.getNetworkPrefixLength() >= WIDEST_PREFIX_BITS)
        .filter(range -> range.getNetworkPrefixLength() <= NARROWEST_PREFIX_BITS)
        .filter(range -> range.isPrefixBlock())
        .isPresent();
  }

  /** Outside RFC 1918 and the shared range of RFC 6598. */
  private static boolean isPublic(NetworkArgs args) {
    return AddressPlan.parse(args.cidr())
        .filter(range -> PRIVATE.stream().noneMatch(block -> block.contains(range)))
        .isPresent();
  }

  private static boolean isLetter(String zone) {
    return zone.matches("[a-z]");
  }

  private static boolean hasUnknownZone(NetworkArgs args) {
    return Region.named(args.region)
        .filter(region -> !region.zoneLetters().containsAll(args.availabilityZones()))
        .isPresent();
  }

  private static boolean zonesFit(NetworkArgs args) {
    if (!isRange(args.cidr())
        || !args.availabilityZones().stream().allMatch(NetworkRules::isLetter)) {
      return true;
    }
    int room = new AddressPlan(args.cidr()).zonesPerTier();
    return args.availabilityZones().stream().allMatch(zone -> AddressPlan.place(zone) < room);
  }
}
