package dev.mainstay.network;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IncompatibleAddressException;
import inet.ipaddr.ipv4.IPv4Address;
import java.util.Optional;

/**
 * The address ranges of the subnets of a VPC. The VPC is divided into quarters: public, private,
 * data and one in reserve. A subnet is the /24 of its tier at the position of its zone's letter, so
 * a change of the zones never moves another subnet.
 */
final class AddressPlan {
  static final int SUBNET_PREFIX_BITS = 24;

  /** AWS reserves five addresses of each subnet. */
  private static final int KEPT_BY_AWS = 5;

  /** Reserved for endpoints, NAT and a load balancer, which requires eight to scale. */
  private static final int KEPT_FREE = 16;

  static final int FREE_ADDRESSES =
      (1 << (IPv4Address.BIT_COUNT - SUBNET_PREFIX_BITS)) - KEPT_BY_AWS - KEPT_FREE;

  /** The tiers, in the order of their quarters. */
  enum Tier {
    PUBLIC(0),
    PRIVATE(1),
    DATA(2);

    private final int quarter;

    Tier(int quarter) {
      this.quarter = quarter;
    }
  }

  private static final int QUARTERS = 4;

  private final IPv4Address range;

  AddressPlan(String cidr) {
    range = parse(cidr).orElseThrow(() -> new IllegalArgumentException(cidr));
  }

  /** An IPv4 block in CIDR notation, with its host bits; empty if the text is not one. */
  static Optional<IPv4Address> parse(String cidr) {
    try {
      var address = new IPAddressString(cidr).toAddress();
      return Optional.ofNullable(address)
          .filter(found -> cidr.contains("/") && found.isIPv4() && found.isPrefixed())
          .map(found -> found.toIPv4());
    } catch (AddressStringException | IncompatibleAddressException e) {
      return Optional.empty();
    }
  }

  /** The number of zone letters, from a, for which a tier has a subnet. */
  int zonesPerTier() {
    return (1 << (SUBNET_PREFIX_BITS - range.getNetworkPrefixLength())) / QUARTERS;
  }

  /** The block of the subnet of {@code tier} in the zone with this letter. */
  String subnet(Tier tier, String zoneLetter) {
    long index = (long) tier.quarter * zonesPerTier() + place(zoneLetter);
    return range
        .getLower()
        .toIPv4()
        .increment(index << (IPv4Address.BIT_COUNT - SUBNET_PREFIX_BITS))
        .setPrefixLength(SUBNET_PREFIX_BITS, false)
        .toString();
  }

  static int place(String zoneLetter) {
    return zoneLetter.charAt(0) - 'a';
  }
}
