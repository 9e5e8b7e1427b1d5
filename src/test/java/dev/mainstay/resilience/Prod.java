package dev.mainstay.resilience;

import dev.mainstay.Stacks;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;
import java.util.Map;

/** The shipped production stack, to take controls away from. */
public final class Prod {
  public static final String GROUP = "aws:autoscaling/group:Group";
  public static final String SUBNET = "aws:ec2/subnet:Subnet";
  public static final String ROUTE = "aws:ec2/route:Route";
  public static final String NAT = "aws:ec2/natGateway:NatGateway";
  public static final String DATABASE = "aws:rds/instance:Instance";
  public static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  public static final String TARGETS = "aws:lb/targetGroup:TargetGroup";
  public static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";

  public static final String ZONE_A =
      "Availability Zone eu-central-1a fails: SURVIVES (60 to 120 s, none) -> ";
  public static final String ZONE_B =
      "Availability Zone eu-central-1b fails: SURVIVES (60 to 120 s, none) -> ";
  public static final String ONE_SERVER =
      "One server of `web` fails: SURVIVES (25 to 35 s, none) -> ";

  public static final ResourceGraph GRAPH = needingTwoServers(Stacks.prod());

  private Prod() {}

  private static ResourceGraph needingTwoServers(ResourceGraph graph) {
    return Mutation.of(graph).set(GROUP, "web", "tags", tags("2")).graph();
  }

  public static List<Object> tags(String required) {
    return List.of(Map.of("key", "mainstay:requiredInstances", "value", required));
  }

  public static Mutation mutation() {
    return Mutation.of(GRAPH);
  }

  public static List<String> differences(Mutation mutation) {
    return Mutation.differences(GRAPH, mutation.graph());
  }

  public static Verdict verdict(ResourceGraph graph, String title) {
    return Resilience.byThemselves(graph).verdicts().stream()
        .filter(it -> it.failure().title().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
