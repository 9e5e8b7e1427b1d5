package dev.mainstay.web;

import com.pulumi.aws.autoscaling.Policy;
import com.pulumi.aws.autoscaling.PolicyArgs;
import com.pulumi.aws.autoscaling.Schedule;
import com.pulumi.aws.autoscaling.ScheduleArgs;
import com.pulumi.aws.autoscaling.inputs.PolicyTargetTrackingConfigurationArgs;
import com.pulumi.aws.autoscaling.inputs.PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;

/** Scaling of the fleet by load and by schedule. */
final class FleetScaling {
  /** The value with which a scheduled action leaves the desired capacity unchanged. */
  private static final int UNCHANGED = -1;

  private final String fleet;
  private final WebFleetArgs args;
  private final Output<String> group;
  private final CustomResourceOptions child;

  private FleetScaling(
      String fleet, WebFleetArgs args, Output<String> group, CustomResourceOptions child) {
    this.fleet = fleet;
    this.args = args;
    this.group = group;
    this.child = child;
  }

  static void of(
      String fleet, WebFleetArgs args, Output<String> group, CustomResourceOptions child) {
    var scaling = new FleetScaling(fleet, args, group, child);
    if (args.scaling().cpuPercent != null) {
      scaling.follow("cpu", metric("ASGAverageCPUUtilization"), args.scaling().cpuPercent);
    }
    if (args.scaling().requestsPerTarget != null) {
      scaling.follow(
          "requests",
          metric("ALBRequestCountPerTarget")
              .resourceLabel(
                  Output.format("%s/%s", args.loadBalancerArnSuffix, args.targetGroupArnSuffix)),
          args.scaling().requestsPerTarget);
    }
    args.schedules().forEach(scaling::schedule);
  }

  private static PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs.Builder metric(
      String type) {
    return PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs.builder()
        .predefinedMetricType(type);
  }

  private void follow(
      String what,
      PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs.Builder metric,
      int target) {
    new Policy(
        fleet + "-" + what,
        PolicyArgs.builder()
            .autoscalingGroupName(group)
            .policyType("TargetTrackingScaling")
            .targetTrackingConfiguration(
                PolicyTargetTrackingConfigurationArgs.builder()
                    .predefinedMetricSpecification(metric.build())
                    .targetValue((double) target)
                    .build())
            .build(),
        child);
  }

  private void schedule(FleetScheduleArgs schedule) {
    new Schedule(
        fleet + "-schedule-" + schedule.name,
        ScheduleArgs.builder()
            .autoscalingGroupName(group)
            .scheduledActionName(schedule.name)
            .recurrence(schedule.recurrence)
            .timeZone(schedule.timeZone())
            .minSize(schedule.minInstances(args))
            .maxSize(schedule.maxInstances(args))
            .desiredCapacity(args.scales() ? UNCHANGED : schedule.minInstances(args))
            .build(),
        child);
  }
}
