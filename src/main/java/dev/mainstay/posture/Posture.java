package dev.mainstay.posture;

import dev.mainstay.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How a stack stands against every control of security and reliability. */
public final class Posture {
  /** Every control, in the order of a report. */
  public static final List<Control> CONTROLS =
      Stream.of(
              NetworkControls.ALL,
              TrafficControls.ALL,
              DatabaseControls.ALL,
              DatabaseCareControls.ALL,
              CacheControls.ALL,
              EdgeControls.ALL,
              ListenerControls.ALL,
              FleetControls.ALL,
              KeyControls.ALL,
              LogControls.ALL)
          .flatMap(List::stream)
          .toList();

  private Posture() {}

  /**
   * A result for every control.
   *
   * @param waivers the reasons a stack gives for what it relaxes, by configuration key such as
   *     {@code database.multiAz}
   */
  public static List<Result> of(ResourceGraph graph, Map<String, String> waivers) {
    return CONTROLS.stream().map(control -> control.judge(graph, waivers)).toList();
  }
}
