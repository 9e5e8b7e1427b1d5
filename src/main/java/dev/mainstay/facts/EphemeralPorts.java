package dev.mainstay.facts;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The ports on which a client receives responses.
 *
 * @param from the first
 * @param to the last
 */
public record EphemeralPorts(long from, long to) {
  private static final Map<String, EphemeralPorts> ALL =
      Table.rows("ephemeral-ports.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get("client"),
                  row ->
                      new EphemeralPorts(
                          Long.parseLong(row.get("from")), Long.parseLong(row.get("to")))));

  /** Those of {@code elb}, or of {@code server}: Linux, and Windows Server 2008 or newer. */
  public static EphemeralPorts of(String client) {
    return Objects.requireNonNull(ALL.get(client), client);
  }
}
