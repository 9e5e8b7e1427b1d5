package dev.mainstay.resilience.network;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.network.SecurityRules.Source;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.Optional;

/**
 * Which clients the rules of security groups let in on a port.
 *
 * @param ipv4 whether some client on the internet gets in by IPv4
 * @param ipv6 the same by IPv6
 * @param inside whether somebody gets in who is in the same network: by a private range or a group
 * @param unknown the prefix lists and ranges that are let in and whose addresses are not known
 */
public record ClientAccess(boolean ipv4, boolean ipv6, boolean inside, List<String> unknown) {

  static ClientAccess by(SecurityRules rules, List<ResourceNode> groups, long port) {
    List<Source> sources = rules.sources(groups, port);
    List<Optional<IPAddress>> ranges =
        sources.stream()
            .filter(source -> source.kind() == Source.Kind.RANGE)
            .map(source -> Optional.ofNullable(new IPAddressString(source.value()).getAddress()))
            .toList();
    List<IPAddress> known = ranges.stream().flatMap(Optional::stream).toList();
    boolean others =
        sources.stream()
            .filter(source -> source.kind() == Source.Kind.GROUP)
            .anyMatch(source -> groups.stream().noneMatch(it -> it.urn().equals(source.value())));
    return new ClientAccess(
        known.stream().anyMatch(range -> range.isIPv4() && PublicAddresses.in(range)),
        known.stream().anyMatch(range -> range.isIPv6() && PublicAddresses.in(range)),
        others || !known.isEmpty(),
        sources.stream()
            .filter(
                source ->
                    source.kind() == Source.Kind.PREFIX_LIST
                        || (source.kind() == Source.Kind.RANGE
                            && new IPAddressString(source.value()).getAddress() == null))
            .map(Source::value)
            .distinct()
            .toList());
  }
}
