package dev.mainstay.cost;

import dev.mainstay.cost.Savings.Candidate;
import dev.mainstay.facts.Successor;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes that might save: other types, gp3 in place of gp2, one of several redundant parts. */
final class SavingCandidates {
  private static final Pattern TYPE =
      Pattern.compile("((?:db|cache)\\.)?([a-z0-9-]+)\\.([a-z0-9]+)");
  private static final String NAT = "aws:ec2/natGateway:NatGateway";
  private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

  /** The input that names a type, and the service it is a type of. */
  private record Typed(String input, String service) {}

  private static final Map<String, Typed> TYPED =
      Map.of(
          "aws:rds/instance:Instance", new Typed("instanceClass", "rds"),
          "aws:rds/clusterInstance:ClusterInstance", new Typed("instanceClass", "rds"),
          "aws:elasticache/replicationGroup:ReplicationGroup", new Typed("nodeType", "elasticache"),
          "aws:elasticache/cluster:Cluster", new Typed("nodeType", "elasticache"),
          "aws:ec2/instance:Instance", new Typed("instanceType", "ec2"),
          "aws:ec2/launchTemplate:LaunchTemplate", new Typed("instanceType", "ec2"));

  private SavingCandidates() {}

  static List<Candidate> in(ResourceGraph graph) {
    var found = new ArrayList<Candidate>();
    for (ResourceNode node : graph.resources()) {
      Optional.ofNullable(TYPED.get(node.type()))
          .flatMap(typed -> otherType(node, typed))
          .ifPresent(found::add);
      if (!VolumeTypes.replaced(node.inputs()).equals(node.inputs())) {
        found.add(
            new Candidate(
                node.name() + ": volumes of gp3 in place of gp2",
                "in place, without interruption",
                change(node, VolumeTypes::replaced)));
      }
    }
    oneGateway(graph).ifPresent(found::add);
    oneZone(graph).ifPresent(found::add);
    return List.copyOf(found);
  }

  private static Optional<Candidate> otherType(ResourceNode node, Typed typed) {
    String type = node.text(typed.input, "");
    Matcher parts = TYPE.matcher(type);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Successor.of(typed.service, parts.group(2))
        .map(
            successor -> {
              String prefix = parts.group(1) == null ? "" : parts.group(1);
              String other = prefix + successor.family() + "." + parts.group(3);
              return new Candidate(
                  "%s.%s: %s in place of %s".formatted(node.name(), typed.input, other, type),
                  successor.note(),
                  change(node, inputs -> put(inputs, typed.input, other)));
            });
  }

  private static Optional<Candidate> oneGateway(ResourceGraph graph) {
    List<ResourceNode> gateways = graph.all(NAT);
    if (gateways.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(
            "one NAT gateway in place of " + gateways.size(),
            "an outage of its zone then stops egress from all zones",
            GraphChange.all(
                gateways.stream()
                    .skip(1)
                    .map(gateway -> GraphChange.of(gateway, node -> null))
                    .toList())));
  }

  private static Optional<Candidate> oneZone(ResourceGraph graph) {
    List<ResourceNode> several =
        graph.all(ENDPOINT).stream().filter(it -> it.input("subnetIds[1]").isPresent()).toList();
    if (several.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(
            "one zone for each of %d interface endpoints".formatted(several.size()),
            "an outage of that zone then stops access to the AWS APIs",
            GraphChange.all(
                several.stream()
                    .map(
                        endpoint ->
                            change(
                                endpoint,
                                inputs ->
                                    put(
                                        inputs,
                                        "subnetIds",
                                        List.of(endpoint.input("subnetIds[0]").orElseThrow()))))
                    .toList())));
  }

  private static Map<String, Object> put(Map<String, Object> inputs, String key, Object value) {
    var changed = new TreeMap<>(inputs);
    changed.put(key, value);
    return changed;
  }

  private static GraphChange change(ResourceNode node, UnaryOperator<Map<String, Object>> inputs) {
    return GraphChange.of(
        node, current -> current.with(inputs.apply(current.inputs()), current.references()));
  }
}
