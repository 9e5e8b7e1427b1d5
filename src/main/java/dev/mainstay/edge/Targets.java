package dev.mainstay.edge;

import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.aws.lb.inputs.TargetGroupStickinessArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.Locale;

/** The target group of the web servers, with its health check. */
final class Targets {
  private Targets() {}

  static TargetGroup of(String edge, EdgeArgs args, CustomResourceOptions child) {
    String name = edge + "-web";
    return new TargetGroup(
        name,
        TargetGroupArgs.builder()
            .vpcId(args.vpcId)
            .targetType("instance")
            .protocol(protocol(args))
            .port(args.targetPort())
            .deregistrationDelay(args.deregistrationSeconds())
            .stickiness(stickiness(args))
            .healthCheck(
                TargetGroupHealthCheckArgs.builder()
                    .protocol(protocol(args))
                    .path(args.healthPath())
                    .matcher("200")
                    .interval(args.healthIntervalSeconds())
                    .timeout(args.healthTimeoutSeconds())
                    .healthyThreshold(args.healthyThreshold())
                    .unhealthyThreshold(args.unhealthyThreshold())
                    .build())
            .tags(Tags.named(args.tags, name))
            .build(),
        child);
  }

  private static String protocol(EdgeArgs args) {
    return args.targetProtocol().toUpperCase(Locale.ROOT);
  }

  private static TargetGroupStickinessArgs stickiness(EdgeArgs args) {
    var stickiness = TargetGroupStickinessArgs.builder().type("lb_cookie");
    return args.stickinessSeconds() == 0
        ? stickiness.enabled(false).build()
        : stickiness.enabled(true).cookieDuration(args.stickinessSeconds()).build();
  }
}
