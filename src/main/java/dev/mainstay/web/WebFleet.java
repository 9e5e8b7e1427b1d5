package dev.mainstay.web;

import com.pulumi.aws.autoscaling.Group;
import com.pulumi.aws.autoscaling.GroupArgs;
import com.pulumi.aws.autoscaling.inputs.GroupInstanceMaintenancePolicyArgs;
import com.pulumi.aws.autoscaling.inputs.GroupInstanceRefreshArgs;
import com.pulumi.aws.autoscaling.inputs.GroupInstanceRefreshPreferencesAlarmSpecificationArgs;
import com.pulumi.aws.autoscaling.inputs.GroupInstanceRefreshPreferencesArgs;
import com.pulumi.aws.autoscaling.inputs.GroupLaunchTemplateArgs;
import com.pulumi.aws.autoscaling.inputs.GroupTagArgs;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Tags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.Nullable;

/**
 * A fleet of identical web servers in all zones, by default with Windows and IIS.
 *
 * <p>Auto Scaling replaces a server that fails the load balancer's health check. A change of the
 * servers starts a rolling deployment, which launches each new server before it terminates an old
 * one. No server waits for the database or the cache.
 */
public final class WebFleet extends ComponentResource {
  private static final int MIN_HEALTHY_PERCENT = 100;
  private static final int MAX_HEALTHY_PERCENT = 110;

  /** Time after the boot in which an application may wait for a database in creation. */
  private static final int PATIENCE_SECONDS = 1800;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> groupName;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> groupArn;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> roleName;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> roleArn;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> launchTemplateId;

  public WebFleet(String name, WebFleetArgs args, @Nullable ComponentResourceOptions options) {
    super("mainstay:index:WebFleet", Refusal.unlessSound(name, args), options);
    var child = CustomResourceOptions.builder().parent(this).build();

    var role = new ServerRole(name, args, child);
    var template = ServerTemplate.of(name, args, role.profile().arn(), child);
    var group =
        new Group(
            name,
            group(args, template)
                .tags(tags(name, args))
                .instanceRefresh(instanceRefresh(name, args, child))
                .build(),
            CustomResourceOptions.merge(
                child, CustomResourceOptions.builder().dependsOn(role.permissions()).build()));
    FleetScaling.of(name, args, group.name(), child);

    groupName = group.name();
    groupArn = group.arn();
    roleName = role.role().name();
    roleArn = role.role().arn();
    launchTemplateId = template.id();
    registerOutputs(
        Map.of(
            "groupName", groupName,
            "groupArn", groupArn,
            "roleName", roleName,
            "roleArn", roleArn,
            "launchTemplateId", launchTemplateId));
  }

  private static GroupArgs.Builder group(WebFleetArgs args, LaunchTemplate template) {
    return GroupArgs.builder()
        .vpcZoneIdentifiers(args.subnetIds)
        .targetGroupArns(args.targetGroupArn.applyValue(List::of))
        .minSize(args.minInstances())
        .maxSize(args.maxInstances())
        .launchTemplate(
            GroupLaunchTemplateArgs.builder()
                .id(template.id())
                // A number instead of $Latest, so that a change starts a refresh with rollback.
                .version(template.latestVersion().applyValue(String::valueOf))
                .build())
        .healthCheckType("ELB")
        .healthCheckGracePeriod(args.bootSeconds())
        .defaultInstanceWarmup(args.bootSeconds())
        // An update succeeds only with enough healthy servers.
        .minElbCapacity(args.requiredInstances())
        .waitForCapacityTimeout(patienceSeconds(args) + "s")
        .instanceMaintenancePolicy(
            GroupInstanceMaintenancePolicyArgs.builder()
                .minHealthyPercentage(MIN_HEALTHY_PERCENT)
                .maxHealthyPercentage(MAX_HEALTHY_PERCENT)
                .build())
        .enabledMetrics("GroupDesiredCapacity", "GroupInServiceInstances", "GroupPendingInstances");
  }

  /**
   * 0 if the fleet scales: after a change of {@code minInstances} the provider would wait for <a
   * href="https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/autoscaling/group.go">exactly
   * the capacity in its state</a>.
   */
  private static int patienceSeconds(WebFleetArgs args) {
    return args.changesSize() ? 0 : args.bootSeconds() + PATIENCE_SECONDS;
  }

  /**
   * The alarms stop a refresh. Its rollback depends on the provider, which sets the new version on
   * the group <a href="https://github.com/hashicorp/terraform-provider-aws/issues/34189">before the
   * refresh starts</a>. As long as it does, deploy the previous image to roll back.
   */
  private static GroupInstanceRefreshArgs instanceRefresh(
      String name, WebFleetArgs args, CustomResourceOptions child) {
    var preferences =
        GroupInstanceRefreshPreferencesArgs.builder()
            .minHealthyPercentage(MIN_HEALTHY_PERCENT)
            .maxHealthyPercentage(MAX_HEALTHY_PERCENT)
            .instanceWarmup(String.valueOf(args.bootSeconds()));
    if (args.bootImage().canRollBack()) {
      preferences
          .autoRollback(true)
          .alarmSpecification(
              GroupInstanceRefreshPreferencesAlarmSpecificationArgs.builder()
                  .alarms(Output.all(RollbackAlarms.of(name, args, child)))
                  .build());
    }
    return GroupInstanceRefreshArgs.builder()
        .strategy("Rolling")
        .preferences(preferences.build())
        .build();
  }

  /** The tags of the group; the launch template has those of servers and volumes. */
  private static List<GroupTagArgs> tags(String name, WebFleetArgs args) {
    var tags = new TreeMap<>(Tags.named(args.tags, name));
    // No AWS setting holds the number of required servers, so the analysis reads this tag.
    tags.put("mainstay:requiredInstances", String.valueOf(args.requiredInstances()));
    return tags.entrySet().stream()
        .map(
            tag ->
                GroupTagArgs.builder()
                    .key(tag.getKey())
                    .value(tag.getValue())
                    .propagateAtLaunch(false)
                    .build())
        .toList();
  }

  public Output<String> groupName() {
    return groupName;
  }

  public Output<String> groupArn() {
    return groupArn;
  }

  /** The role of the servers, for policies with access to the database and the cache. */
  public Output<String> roleName() {
    return roleName;
  }

  public Output<String> roleArn() {
    return roleArn;
  }

  public Output<String> launchTemplateId() {
    return launchTemplateId;
  }
}
