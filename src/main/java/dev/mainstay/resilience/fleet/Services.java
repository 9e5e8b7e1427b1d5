package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.network.Endpoint;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** ECS services behind load balancers. */
final class Services {
  static final String SERVICE = "aws:ecs/service:Service";
  private static final String SCALING = "aws:appautoscaling/target:Target";

  private final ResourceGraph graph;
  private final Topology topology;

  Services(ResourceGraph graph, Topology topology) {
    this.graph = graph;
    this.topology = topology;
  }

  Map<Pool, List<ResourceNode>> pools() {
    var pools = new LinkedHashMap<Pool, List<ResourceNode>>();
    for (ResourceNode service : graph.all(SERVICE)) {
      if (service.input("loadBalancers").isPresent()) {
        pools.put(pool(service), Fleets.targetGroups(graph, service, "loadBalancers"));
      }
    }
    return pools;
  }

  private Pool pool(ResourceNode service) {
    Placement placement = topology.placement(service, "networkConfiguration.subnets");
    Optional<Long> tasks = tasks(service);
    var mostInZone = new TreeMap<String, Long>();
    placement
        .zones()
        .forEach(
            zone -> mostInZone.put(zone, Pool.share(tasks.orElse(0L), placement.zones().size())));
    return new Pool(
        service,
        Pool.Kind.SERVICE,
        tasks,
        onDemand(service, tasks.orElse(0L)),
        tasks
            .map(number -> "`%s` has at least %s".formatted(service.name(), Pool.tasks(number)))
            .orElse("The number of tasks of `%s` is not known".formatted(service.name())),
        mostInZone,
        placement.known() && isFargate(service),
        Endpoint.of(service, "networkConfiguration.securityGroups", placement, graph),
        List.of(service));
  }

  /** What a scaling target allows counts, since it changes the number that the service names. */
  private Optional<Long> tasks(ResourceNode service) {
    Optional<Long> scaled =
        graph.all(SCALING).stream()
            .filter(target -> target.referencesAt("resourceId").contains(service.urn()))
            .map(target -> target.number("minCapacity", 0))
            .findFirst();
    return scaled.or(
        () ->
            service.input("desiredCount").isPresent()
                ? Optional.of(service.number("desiredCount", 0))
                : Optional.empty());
  }

  /** Tasks on EC2 may all be on one server: in which zones they are is not known. */
  private static boolean isFargate(ResourceNode service) {
    return service.text("launchType", "").equals("FARGATE")
        || (!Topology.elements(service, "capacityProviderStrategies").isEmpty()
            && Topology.elements(service, "capacityProviderStrategies").stream()
                .allMatch(
                    path -> service.text(path + "capacityProvider", "").startsWith("FARGATE")));
  }

  /** The base of the providers other than Fargate Spot; all of them without Spot. */
  private static long onDemand(ResourceNode service, long tasks) {
    List<String> strategies = Topology.elements(service, "capacityProviderStrategies");
    boolean spot =
        strategies.stream()
            .anyMatch(path -> service.text(path + "capacityProvider", "").equals("FARGATE_SPOT"));
    if (!spot) {
      return tasks;
    }
    return Math.min(
        tasks,
        strategies.stream()
            .filter(path -> !service.text(path + "capacityProvider", "").equals("FARGATE_SPOT"))
            .mapToLong(path -> service.number(path + "base", 0))
            .sum());
  }
}
