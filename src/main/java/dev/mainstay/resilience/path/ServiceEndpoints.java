package dev.mainstay.resilience.path;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.network.Topology;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Interface endpoints of AWS services. One with private DNS names answers all servers of its VPC:
 * in one zone only, it is lost to servers in the others when that zone fails.
 */
public final class ServiceEndpoints {
  private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

  private final ResourceGraph graph;
  private final Topology topology;
  private final List<Fleet> fleets;

  public ServiceEndpoints(ResourceGraph graph, Topology topology, List<Fleet> fleets) {
    this.graph = graph;
    this.topology = topology;
    this.fleets = fleets;
  }

  /** Servers that survive the loss of a zone and reach a service through it. */
  public Effect zone(String zone) {
    Effect effect = Effect.NOTHING;
    for (ResourceNode endpoint : graph.all(ENDPOINT)) {
      if (endpoint.text("vpcEndpointType", "Gateway").equals("Interface")
          && endpoint.isTrue("privateDnsEnabled")
          && topology.endpointZones(endpoint).equals(Set.of(zone))
          && !serversElsewhere(endpoint, zone).isEmpty()) {
        effect =
            effect.and(
                Effect.of(
                        Outcome.DEGRADED,
                        "Servers in %s lose endpoint `%s`, which is in %s only."
                            .formatted(
                                String.join(", ", serversElsewhere(endpoint, zone)),
                                endpoint.name(),
                                zone))
                    .touching(endpoint));
      }
    }
    return effect;
  }

  private Set<String> serversElsewhere(ResourceNode endpoint, String zone) {
    var zones = new TreeSet<String>();
    for (Fleet fleet : fleets) {
      for (ResourceNode subnet : fleet.subnets()) {
        if (endpoint.referencesAt("vpcId").containsAll(subnet.referencesAt("vpcId"))) {
          topology.zoneOf(subnet).ifPresent(zones::add);
        }
      }
    }
    zones.remove(zone);
    return zones;
  }
}
