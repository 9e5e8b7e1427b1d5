package dev.mainstay.network;

import dev.mainstay.config.Doubt;
import dev.mainstay.config.Rule;
import dev.mainstay.facts.InstanceType;
import dev.mainstay.facts.Region;
import java.util.HashSet;
import java.util.List;

/** What a network's configuration must keep. */
final class NetworkRules {
  static final List<String> NAT_MODES = List.of("perZone", "single", "instance", "none");

  /** Wide enough for three tiers of /24 subnets, and no wider than a VPC may be. */
  private static final int WIDEST_PREFIX_BITS = 16;

  private static final int NARROWEST_PREFIX_BITS = 20;

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
              "letters of zones, such as [a, b]",
              NetworkRules::isLetter),
          Rule.of(
              "availabilityZones",
              NetworkArgs::availabilityZones,
              "two zones or more, each once",
              args ->
                  args.availabilityZones().size() >= 2
                      && new HashSet<>(args.availabilityZones()).size()
                          == args.availabilityZones().size()),
          Rule.<NetworkArgs>of(
                  "availabilityZones",
                  NetworkArgs::availabilityZones,
                  "letters that the address range has room for",
                  NetworkRules::zonesFit)
              .advising(args -> "a /16 has room for every letter"),
          Rule.oneOf("nat", NetworkArgs::nat, NAT_MODES),
          Rule.of(
              "natInstanceType",
              NetworkArgs::natInstanceType,
              "an EC2 instance type, such as t4g.nano",
              args -> args.natInstanceType().matches("[a-z][a-z0-9-]*\\.[a-z0-9-]+")));

  static final List<Doubt<NetworkArgs>> DOUBTS =
      List.of(
          new Doubt<>(
              "availabilityZones",
              NetworkArgs::availabilityZones,
              "with letters that this version does not know of the region; an account may have"
                  + " them all the same",
              NetworkRules::hasUnknownZone),
          new Doubt<>(
              "natInstanceType",
              NetworkArgs::natInstanceType,
              "no type that this version knows",
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
