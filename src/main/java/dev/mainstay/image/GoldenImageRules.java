package dev.mainstay.image;

import dev.mainstay.config.Doubt;
import dev.mainstay.config.Rule;
import dev.mainstay.facts.InstanceType;
import java.util.List;

/** The rules for the configuration of the golden image. */
final class GoldenImageRules {
  /** The limit of CreateLifecyclePolicy in the API reference of Image Builder. */
  private static final int MOST_IMAGES = 1000;

  static final List<Rule<GoldenImageArgs>> ALL =
      List.of(
          Rule.of(
              "schedule",
              args -> args.schedule(),
              "a cron expression of six fields with ? as the day of the month or of the week, such"
                  + " as 0 2 ? * wed#4 *",
              args -> BuildSchedule.isValid(args.schedule())),
          // A rollback requires a second image.
          Rule.range("keepImages", args -> args.keepImages(), 2, MOST_IMAGES, "images"),
          Rule.of(
              "instanceType",
              args -> args.instanceType(),
              "an x86_64 EC2 instance type, such as m7i.large: Windows does not run on arm64",
              args ->
                  args.instanceType().matches("[a-z][a-z0-9-]*\\.[a-z0-9-]+")
                      && !isArm(args.instanceType())));

  static final List<Doubt<GoldenImageArgs>> DOUBTS =
      List.of(
          new Doubt<>(
              "instanceType",
              args -> args.instanceType(),
              Doubt.UNKNOWN,
              args -> InstanceType.named(args.instanceType()).isEmpty()));

  private GoldenImageRules() {}

  private static boolean isArm(String instanceType) {
    return InstanceType.named(instanceType)
        .filter(type -> type.architecture().equals("arm64"))
        .isPresent();
  }
}
