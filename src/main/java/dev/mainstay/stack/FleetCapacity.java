package dev.mainstay.stack;

import dev.mainstay.config.Rule;
import dev.mainstay.facts.DatabaseConnections;
import java.util.List;
import java.util.Optional;

/** The rules that the rest of the stack has capacity for the largest configured fleet. */
final class FleetCapacity {
  private static final String MAX_CONNECTIONS = "max_connections";

  static final List<Rule<StackConfig>> RULES =
      List.of(
          Rule.<StackConfig>of(
                  "mainstay:web.maxInstances",
                  config -> config.web().mostInstances(),
                  "as many servers as the database has connections for",
                  FleetCapacity::hasConnections)
              .advising(FleetCapacity::connections),
          Rule.<StackConfig>of(
                  "mainstay:web.maxInstances",
                  config -> config.web().mostInstances(),
                  "as many servers as the subnets have addresses for if a zone fails during a"
                      + " rolling deployment",
                  FleetCapacity::hasAddresses)
              .advising(config -> "up to %d servers".formatted(mostAddressable(config))),
          Rule.<StackConfig>of(
                  "mainstay:network.nat",
                  config -> config.network().nat(),
                  "perZone, single or instance with web servers in private subnets",
                  config -> !config.network().nat().equals("none") || config.web().standsInPublic())
              .advising(
                  config -> "without internet access they cannot fetch updates, keys and secrets"));

  private FleetCapacity() {}

  private static boolean hasConnections(StackConfig config) {
    return available(config).stream().allMatch(most -> wanted(config) <= most);
  }

  private static String connections(StackConfig config) {
    boolean own = config.database().parameters().containsKey(MAX_CONNECTIONS);
    return "%s allows %d and each server opens %d: up to %d servers; lower %s or raise %s"
        .formatted(
            own ? MAX_CONNECTIONS : config.database().instanceClass(),
            available(config).orElseThrow(),
            config.web().databaseConnectionsPerInstance(),
            available(config).orElseThrow() / config.web().databaseConnectionsPerInstance(),
            "web.databaseConnectionsPerInstance",
            own ? "database.parameters." + MAX_CONNECTIONS : "database.instanceClass");
  }

  private static long wanted(StackConfig config) {
    return (long) config.web().mostInstances() * config.web().databaseConnectionsPerInstance();
  }

  /** Empty if not known: for a formula, and for a class unknown to this release. */
  private static Optional<Integer> available(StackConfig config) {
    String own = config.database().parameters().get(MAX_CONNECTIONS);
    if (own == null) {
      return DatabaseConnections.of(config.database().instanceClass());
    }
    return own.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(own)) : Optional.empty();
  }

  private static boolean hasAddresses(StackConfig config) {
    return config.network().availabilityZones().size() < 2
        || config.web().mostInstances() <= mostAddressable(config);
  }

  private static int mostAddressable(StackConfig config) {
    int zonesLeft = config.network().availabilityZones().size() - 1;
    return zonesLeft * config.network().freeAddressesPerSubnet() / 2;
  }
}
