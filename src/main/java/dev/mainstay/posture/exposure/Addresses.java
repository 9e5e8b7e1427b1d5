package dev.mainstay.posture.exposure;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.stream.Stream;

/** Address ranges of networks of one's own, and of the world. */
public final class Addresses {
  private static final List<IPAddress> PRIVATE =
      Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")
          .map(range -> new IPAddressString(range).getAddress())
          .toList();

  private Addresses() {}

  /** Whether a range is the whole of the internet. */
  public static boolean isEverything(String cidr) {
    return cidr.endsWith("/0");
  }

  /** Whether a range has addresses on the internet; what is no range counts as such. */
  public static boolean isOutside(String cidr) {
    IPAddress range = new IPAddressString(cidr).getAddress();
    return range == null || PRIVATE.stream().noneMatch(each -> each.contains(range));
  }
}
