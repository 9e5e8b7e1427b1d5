package dev.mainstay.posture.exposure;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.stream.Stream;

/** Address ranges of private networks, and of the internet. */
public final class Addresses {
  /** RFC 1918, RFC 6598, RFC 4193, and the link-local and loopback ranges. */
  private static final List<IPAddress> PRIVATE =
      Stream.of(
              "10.0.0.0/8",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "100.64.0.0/10",
              "169.254.0.0/16",
              "127.0.0.0/8",
              "fc00::/7",
              "fe80::/10",
              "::1/128")
          .map(range -> new IPAddressString(range).getAddress())
          .toList();

  private Addresses() {}

  /** Whether a range is the whole of the internet. */
  public static boolean isEverything(String cidr) {
    IPAddress range = new IPAddressString(cidr).getAddress();
    return range != null && range.isPrefixed() && range.getNetworkPrefixLength() == 0;
  }

  /** Whether a range has addresses on the internet; what is no range counts as such. */
  public static boolean isOutside(String cidr) {
    IPAddress range = new IPAddressString(cidr).getAddress();
    return range == null || isPublic(range);
  }

  /** Whether a range has so many addresses on the internet that it names no one in particular. */
  public static boolean isAnybody(String cidr) {
    return AddressRanges.of(Stream.of(cidr)).areAnybody();
  }

  static boolean isPublic(IPAddress range) {
    return PRIVATE.stream().noneMatch(each -> each.contains(range));
  }
}
