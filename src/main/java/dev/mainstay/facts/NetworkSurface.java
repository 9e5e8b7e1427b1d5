package dev.mainstay.facts;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a resource of a type can be reached over a network, apart from the API of AWS.
 *
 * @param kind its surface without a public endpoint
 * @param publicWhen when it has a public endpoint: {@code always}; {@code path}, if that input is
 *     there, or {@code !path}, if it is not; {@code path=value} or {@code path!=value}; empty for
 *     never
 * @param reason why, in words that a report can print
 * @param source a short name that {@code SOURCES.md} explains
 */
public record NetworkSurface(Kind kind, String publicWhen, String reason, String source) {
  /** What a resource has on the network. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** Private addresses only. */
    PRIVATE,
    /** A path for clients of other networks, which no analysis follows. */
    OTHER_NETWORK,
    /** An address whose exposure depends on its subnets and security groups. */
    JUDGED
  }

  private static final Map<String, NetworkSurface> ALL =
      Table.rows("network-surfaces.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get("type"),
                  row ->
                      new NetworkSurface(
                          Kind.valueOf(
                              row.get("surface")
                                  .toUpperCase(java.util.Locale.ROOT)
                                  .replace(' ', '_')),
                          row.get("publicWhen"),
                          row.get("reason"),
                          row.get("source"))));

  /** The row of a type, else that of its module, else that of its package. */
  public static Optional<NetworkSurface> of(String type) {
    return Stream.<Function<String, String>>of(
            Function.identity(),
            each -> each.replaceFirst("/.*", "/*"),
            each -> each.replaceFirst(":.*", ":*"))
        .map(key -> ALL.get(key.apply(type)))
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  /** The types with a row of their own. */
  public static Map<String, NetworkSurface> all() {
    return ALL;
  }
}
