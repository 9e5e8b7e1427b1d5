package dev.mainstay.plan;

import dev.mainstay.graph.ResourceGraph;

/** Two versions of one stack. */
record Versions(ResourceGraph before, ResourceGraph after) {}
