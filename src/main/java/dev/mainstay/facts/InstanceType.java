package dev.mainstay.facts;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A type of EC2 instance.
 *
 * @param name such as {@code m7i.large}
 * @param architecture {@code x86_64} or {@code arm64}
 */
public record InstanceType(String name, int vcpus, int memoryMib, String architecture) {
  private static final Map<String, InstanceType> ALL =
      Table.rows("ec2-instance-types.csv").stream()
          .map(
              row ->
                  new InstanceType(
                      row.get("type"),
                      Integer.parseInt(row.get("vcpu")),
                      Integer.parseInt(row.get("memoryMiB")),
                      row.get("arch")))
          .collect(Collectors.toUnmodifiableMap(InstanceType::name, type -> type));

  /**
   * The type of that name; empty if it is unknown to this release. AWS may offer it all the same.
   */
  public static Optional<InstanceType> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }
}
