package dev.mainstay.posture;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.posture.cloudwatch.LogControls;
import dev.mainstay.posture.ec2.FleetControls;
import dev.mainstay.posture.elasticache.CacheControls;
import dev.mainstay.posture.elb.EdgeControls;
import dev.mainstay.posture.elb.ListenerControls;
import dev.mainstay.posture.iam.IamControls;
import dev.mainstay.posture.iam.KmsControls;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Result;
import dev.mainstay.posture.rds.DatabaseCareControls;
import dev.mainstay.posture.rds.DatabaseControls;
import dev.mainstay.posture.s3.BucketControls;
import dev.mainstay.posture.vpc.NetworkControls;
import dev.mainstay.posture.vpc.TrafficControls;
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
              KmsControls.ALL,
              IamControls.ALL,
              LogControls.ALL,
              BucketControls.ALL)
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
