package dev.mainstay.resilience.network;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.stream.Stream;

/** Addresses that a client on the internet can have. */
final class PublicAddresses {
  /** RFC 1918, RFC 6598, loopback, link-local and their like in IPv6. */
  private static final List<IPAddress> OTHERS =
      Stream.of(
              "10.0.0.0/8",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "fc00::/7",
              "fe80::/10",
              "::1/128")
          .map(range -> new IPAddressString(range).getAddress().toPrefixBlock())
          .toList();

  private PublicAddresses() {}

  /** Whether a range holds any of them. */
  static boolean in(IPAddress range) {
    return OTHERS.stream()
        .noneMatch(
            other ->
                other.getIPVersion() == range.getIPVersion()
                    && other.contains(range.toPrefixBlock()));
  }
}
