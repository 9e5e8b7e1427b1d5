package dev.mainstay.disruption;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Conditions on who may reach what, and who may do what. */
final class AccessConditions {
  static final Map<String, Condition> NAMED =
      Map.of(
          "lets in more", change -> letsInMore(change.difference()),
          "only allows more", change -> PolicyDifference.onlyAllowsMore(change.difference()));

  private AccessConditions() {}

  /** A rule whose new range of addresses, ports or protocols holds the old one. */
  private static boolean letsInMore(Difference difference) {
    return switch (difference.path()) {
      case "cidrIpv4", "cidrIpv6" -> holdsRange(difference);
      case "fromPort" -> compare(difference).filter(order -> order < 0).isPresent();
      case "toPort" -> compare(difference).filter(order -> order > 0).isPresent();
      case "ipProtocol" -> "-1".equals(difference.to());
      default -> false;
    };
  }

  private static boolean holdsRange(Difference difference) {
    Optional<IPAddress> from = range(difference.from());
    return range(difference.to()).flatMap(to -> from.map(to::contains)).orElse(false);
  }

  private static Optional<IPAddress> range(Object text) {
    return Optional.ofNullable(new IPAddressString(Objects.toString(text)).getAddress());
  }

  private static Optional<Integer> compare(Difference difference) {
    Optional<BigDecimal> from = ValueConditions.number(difference.from());
    return ValueConditions.number(difference.to()).flatMap(to -> from.map(to::compareTo));
  }
}
