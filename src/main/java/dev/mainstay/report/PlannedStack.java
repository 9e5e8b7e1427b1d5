package dev.mainstay.report;

import dev.mainstay.config.Relaxation;
import dev.mainstay.config.Warning;
import dev.mainstay.graph.ResourceGraph;
import java.util.List;
import java.util.Map;

/**
 * What there is to report of a stack.
 *
 * @param region where it would be deployed
 * @param graph its resources
 * @param relaxations what is cheaper or more open than the default
 * @param waivers the reason for each, by configuration key
 * @param warnings what only AWS knows of the configuration
 */
public record PlannedStack(
    String region,
    ResourceGraph graph,
    List<Relaxation> relaxations,
    Map<String, String> waivers,
    List<Warning> warnings) {}
