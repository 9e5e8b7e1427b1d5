package dev.mainstay.simulator;

import static dev.mainstay.simulator.AwsRule.require;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** Launch templates, groups and their scaling. */
final class FleetRules implements AwsRule {
  private static final int USER_DATA_BYTES = 16_384;

  private final Map<String, CSVRecord> instanceTypes =
      Table.read("ec2-instance-types.csv").stream()
          .collect(Collectors.toMap(row -> row.get("type"), row -> row));

  @Override
  public void check(Proposal proposal, Account account) {
    switch (proposal.type()) {
      case "aws:ec2/launchTemplate:LaunchTemplate" -> checkTemplate(proposal, account);
      case "aws:autoscaling/group:Group" -> checkGroup(proposal);
      case "aws:autoscaling/policy:Policy" -> checkPolicy(proposal);
      default -> {}
    }
  }

  private void checkTemplate(Proposal proposal, Account account) {
    checkUserData(proposal.text("userData"));
    proposal.objects("blockDeviceMappings").forEach(FleetRules::checkVolume);
    account
        .find("aws:ec2/ami:Ami", proposal.text("imageId"))
        .ifPresent(image -> checkImage(proposal, image));
    require(
        !(proposal.has("vpcSecurityGroupIds") && proposal.has("networkInterfaces")),
        "InvalidParameterCombination: Network interfaces and an instance-level security groups may not be specified on the same request");
  }

  private static void checkUserData(String userData) {
    try {
      require(
          Base64.getDecoder().decode(userData).length <= USER_DATA_BYTES,
          "InvalidUserData.Malformed: User data is limited to 16384 bytes");
    } catch (IllegalArgumentException e) {
      throw new Refused("InvalidUserData.Malformed: Invalid BASE64 encoding of user data.");
    }
  }

  private static void checkVolume(Map<String, Object> mapping) {
    if (!(mapping.get("ebs") instanceof Map<?, ?> ebs) || !"gp3".equals(ebs.get("volumeType"))) {
      return;
    }
    inRange("iops", ebs.get("iops"), 3_000, 80_000);
    inRange("throughput", ebs.get("throughput"), 125, 2_000);
  }

  private static void inRange(String what, Object value, int min, int max) {
    if (value instanceof Double number) {
      require(
          number >= min && number <= max,
          "InvalidParameterValue: Volume %s of %.0f must be from %d to %d"
              .formatted(what, number, min, max));
    }
  }

  /** What only AWS knows of an image: its size and its architecture. */
  private void checkImage(Proposal proposal, LiveResource image) {
    var type = instanceTypes.get(proposal.text("instanceType"));
    require(
        type == null || type.get("arch").contains(image.text("architecture")),
        "InvalidParameterValue: The architecture '%s' of the specified instance type does not match the architecture '%s' of the specified AMI."
            .formatted(type == null ? "" : type.get("arch"), image.text("architecture")));
    var snapshot = image.get("snapshotGib") instanceof Number gib ? gib.intValue() : 0;
    for (var mapping : proposal.objects("blockDeviceMappings")) {
      if (image.text("rootDeviceName").equals(mapping.get("deviceName"))
          && mapping.get("ebs") instanceof Map<?, ?> ebs
          && ebs.get("volumeSize") instanceof Double size) {
        require(
            size >= snapshot,
            "InvalidBlockDeviceMapping: Volume of size %.0fGB is smaller than snapshot '%s', expect size>= %dGB"
                .formatted(size, image.id(), snapshot));
      }
    }
  }

  private static void checkGroup(Proposal proposal) {
    var min = proposal.number("minSize", 0);
    var max = proposal.number("maxSize", 0);
    var desired = proposal.number("desiredCapacity", min);
    require(
        min <= max,
        "ValidationError: Max bound, %d, must be greater than or equal to min bound, %d"
            .formatted(max, min));
    require(
        desired >= min && desired <= max,
        "ValidationError: Desired capacity:%d must be between the specified min size:%d and max size:%d"
            .formatted(desired, min, max));
    proposal.objects("instanceMaintenancePolicy").forEach(FleetRules::checkMaintenance);
  }

  private static void checkMaintenance(Map<String, Object> policy) {
    var healthy = ((Double) policy.get("minHealthyPercentage")).intValue();
    var most = ((Double) policy.get("maxHealthyPercentage")).intValue();
    require(
        (healthy == -1) == (most == -1) && most - healthy <= 100,
        "ValidationError: the percentages of a maintenance policy must be at most 100 apart");
  }

  private static void checkPolicy(Proposal proposal) {
    require(
        !proposal.text("policyType").equals("TargetTrackingScaling")
            || proposal.has("targetTrackingConfiguration"),
        "ValidationError: TargetTrackingConfiguration is required");
  }
}
