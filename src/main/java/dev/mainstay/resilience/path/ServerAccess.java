package dev.mainstay.resilience.path;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Pool;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.Connections;
import dev.mainstay.resilience.network.Endpoint;
import dev.mainstay.resilience.network.Topology;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a load balancer lets clients in and reaches its servers. */
final class ServerAccess {
  private static final Set<String> STREAMS = Set.of("HTTP", "HTTPS", "TCP", "TLS");
  private static final String LAUNCHING = "autoscaling:EC2_INSTANCE_LAUNCHING";

  private final ResourceGraph graph;
  private final Connections connections;
  private final ClientEntry clients;

  ServerAccess(ResourceGraph graph, Connections connections, ClientEntry clients) {
    this.graph = graph;
    this.connections = connections;
    this.clients = clients;
  }

  private Endpoint balancer(EntryPoint entry) {
    return Endpoint.of(entry.node(), "securityGroups", entry.placement(), graph);
  }

  /** A Network Load Balancer that was made without a security group never has one. */
  private static boolean isOpen(EntryPoint entry) {
    return entry.isNetwork() && Topology.texts(entry.node(), "securityGroups").isEmpty();
  }

  /** Whether clients get in on the port of a listener. */
  Effect entered(EntryPoint entry, ResourceNode listener) {
    if (!STREAMS.contains(listener.text("protocol", "HTTP"))) {
      return Effect.unknown(
          "Listener `%s` takes %s, which is not judged."
              .formatted(listener.name(), listener.text("protocol", "")));
    }
    Endpoint balancer = balancer(entry);
    if (isOpen(entry)) {
      return Effect.NOTHING;
    }
    return balancer.guarded()
        ? clients.admitted(entry, listener, balancer.groups())
        : Effect.unknown(
            "The security groups of load balancer `%s` are not known."
                .formatted(entry.node().name()));
  }

  /** Whether requests and health checks reach the servers of a pool. */
  Effect reached(EntryPoint entry, ResourceNode listener, ResourceNode targetGroup, Pool pool) {
    Effect effect = Effect.NOTHING;
    if (pool.kind() == Pool.Kind.SERVICE
        && !targetGroup.text("targetType", "instance").equals("ip")) {
      effect =
          Effect.unknown(
              "Target group `%s` is not of type ip, which tasks with their own network interface require."
                  .formatted(targetGroup.name()));
    }
    if (pool.kind() == Pool.Kind.GROUP) {
      effect = effect.and(registered(targetGroup, pool.node()));
    }
    Set<Long> requests = requestPorts(targetGroup, pool);
    for (long port : requests) {
      effect = effect.and(asked(entry, targetGroup, pool, port));
    }
    Optional<Long> checked = checkPort(targetGroup);
    if (checked.isPresent() && !requests.contains(checked.get())) {
      effect = effect.and(connected(entry, pool, checked.get()));
    }
    return effect;
  }

  /**
   * Whether a group gets its servers into a target group: it registers instances, by their ids, and
   * only after its launch hooks have ended.
   */
  private static Effect registered(ResourceNode targetGroup, ResourceNode group) {
    Effect effect = Effect.NOTHING;
    if (!targetGroup.text("targetType", "instance").equals("instance")) {
      effect =
          Effect.unknown(
              "Target group `%s` is not of type instance, which Auto Scaling groups require."
                  .formatted(targetGroup.name()));
    }
    boolean held =
        Topology.elements(group, "initialLifecycleHooks").stream()
            .anyMatch(hook -> group.text(hook + "lifecycleTransition", "").equals(LAUNCHING));
    return held
        ? effect.and(
            Effect.unknown(
                "A launch hook holds new servers of `%s` back: whether anything ends it is not known."
                    .formatted(group.name())))
        : effect;
  }

  /** A request that keeps its client's address enters as if it came from that. */
  private Effect asked(EntryPoint entry, ResourceNode targetGroup, Pool pool, long port) {
    Effect connected = connected(entry, pool, port);
    return isOpen(entry) && keepsAddress(targetGroup)
        ? clients
            .admitted(
                entry, pool.endpoint().groups(), port, "servers of `%s`".formatted(pool.name()))
            .and(connected)
        : connected;
  }

  private static boolean keepsAddress(ResourceNode targetGroup) {
    boolean byDefault = targetGroup.text("targetType", "instance").equals("instance");
    return targetGroup.text("preserveClientIp", String.valueOf(byDefault)).equals("true");
  }

  private Effect connected(EntryPoint entry, Pool pool, long port) {
    if (isOpen(entry) && !pool.endpoint().groups().isEmpty()) {
      return connections.withoutGroup(balancer(entry), pool.endpoint(), port, "elb");
    }
    return connections.between(balancer(entry), pool.endpoint(), port, "elb");
  }

  private Set<Long> requestPorts(ResourceNode targetGroup, Pool pool) {
    var ports = new TreeSet<Long>();
    for (ResourceNode attachment : Types.attachments(graph)) {
      if (attachment.referencesAt("targetGroupArn").contains(targetGroup.urn())) {
        ports.add(attachment.number("port", targetGroup.number("port", 0)));
      }
    }
    for (String path : Topology.elements(pool.node(), "loadBalancers")) {
      if (pool.node().referencesAt(path + "targetGroupArn").contains(targetGroup.urn())) {
        ports.add(pool.node().number(path + "containerPort", targetGroup.number("port", 0)));
      }
    }
    if (ports.isEmpty()) {
      ports.add(targetGroup.number("port", 0));
    }
    return ports;
  }

  private static Optional<Long> checkPort(ResourceNode targetGroup) {
    String port = targetGroup.text("healthCheck.port", "traffic-port");
    return port.matches("\\d+") ? Optional.of(Long.valueOf(port)) : Optional.empty();
  }
}
