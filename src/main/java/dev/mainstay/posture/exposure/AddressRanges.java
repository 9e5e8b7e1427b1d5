package dev.mainstay.posture.exposure;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of address ranges, and how much of the internet they hold together.
 *
 * @param ranges IPv4 and IPv6 ranges, such as {@code 0.0.0.0/1}
 */
record AddressRanges(List<IPAddress> ranges) {
  /** More addresses than one organisation holds: the largest blocks are an IPv4 /8, an IPv6 /16. */
  private static final BigInteger LARGE_IPV4 = BigInteger.ONE.shiftLeft(24);

  private static final BigInteger LARGE_IPV6 = BigInteger.ONE.shiftLeft(112);

  /** What is no range is left out. */
  static AddressRanges of(Stream<String> cidrs) {
    return new AddressRanges(
        cidrs
            .map(cidr -> new IPAddressString(cidr).getAddress())
            .filter(range -> range != null && Addresses.isPublic(range))
            .map(range -> range.isPrefixed() ? range.toPrefixBlock() : range)
            .toList());
  }

  boolean hasAny() {
    return !ranges.isEmpty();
  }

  /** Whether they hold the internet, or so much of it that they name no one in particular. */
  boolean areAnybody() {
    return size(true).compareTo(LARGE_IPV4) > 0 || size(false).compareTo(LARGE_IPV6) > 0;
  }

  /** The number of different addresses. */
  private BigInteger size(boolean ipv4) {
    BigInteger size = BigInteger.ZERO;
    BigInteger next = BigInteger.ZERO;
    for (IPAddress range :
        ranges.stream()
            .filter(each -> each.isIPv4() == ipv4)
            .sorted(Comparator.comparing(each -> each.getLower().getValue()))
            .toList()) {
      BigInteger first = range.getLower().getValue().max(next);
      BigInteger end = range.getUpper().getValue().add(BigInteger.ONE);
      size = size.add(end.subtract(first).max(BigInteger.ZERO));
      next = next.max(end);
    }
    return size;
  }
}
