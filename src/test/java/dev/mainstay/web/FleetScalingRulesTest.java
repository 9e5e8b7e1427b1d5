package dev.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Problem;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetScalingRulesTest {
  private final WebFleetArgs args = new WebFleetArgs();

  @BeforeEach
  void aSoundStart() {
    assertThat(args.problems()).isEmpty();
  }

  private void assertRefused(String... messages) {
    assertThat(args.problems()).extracting(Problem::message).containsExactly(messages);
  }

  @Test
  void targetsOfScalingOutsideTheirBoundsAreRefused() {
    args.scaling = new ScalingArgs();
    args.scaling.cpuPercent = 95;
    args.scaling.requestsPerTarget = 0;
    assertRefused(
        "scaling.cpuPercent is 95; allowed: 10 to 90 (%)",
        "scaling.requestsPerTarget is 0; allowed: 1 to 1000000 (requests per minute)");
  }

  @Test
  void scalingWithoutRoomIsRefused() {
    args.scaling = new ScalingArgs();
    args.scaling.cpuPercent = 60;
    args.maxInstances = 2;
    assertRefused(
        "maxInstances is 2; allowed: more than minInstances with scaling; or remove scaling");
  }

  @Test
  void aScheduleNeedsANameAndARecurrence() {
    args.schedules = List.of(new FleetScheduleArgs());
    assertRefused(
        "schedules.name is not set; allowed: letters, digits and hyphens",
        "schedules.recurrence is not set; allowed: a cron expression of five fields, such as 0 7 *"
            + " * 1-5");
  }

  @Test
  void twoSchedulesOfOneNameAreRefused() {
    args.schedules = List.of(schedule("night"), schedule("night"));
    assertRefused("schedules is [\"night\", \"night\"]; allowed: each name once");
  }

  @Test
  void aScheduleThatAwsWouldNotUnderstandIsRefused() {
    var schedule = schedule("night");
    schedule.recurrence = "every night";
    schedule.timeZone = "Berlin";
    args.schedules = List.of(schedule);
    assertRefused(
        "schedules.recurrence is \"every night\"; allowed: a cron expression of five fields, such"
            + " as 0 7 * * 1-5",
        "schedules.timeZone is \"Berlin\"; allowed: a time zone, such as Europe/Berlin");
  }

  @Test
  void aScheduleWithFewerServersThanTheLoadNeedsIsRefused() {
    var night = schedule("night");
    night.minInstances = 0;
    var day = schedule("day");
    day.minInstances = 5;
    args.schedules = List.of(night, day);
    assertRefused(
        "schedules.minInstances is 0; allowed: requiredInstances to maxInstances, those of the"
            + " schedule or of the fleet",
        "schedules.minInstances is 5; allowed: requiredInstances to maxInstances, those of the"
            + " schedule or of the fleet");
  }

  private static FleetScheduleArgs schedule(String name) {
    var schedule = new FleetScheduleArgs();
    schedule.name = name;
    schedule.recurrence = "0 20 * * *";
    return schedule;
  }

  @Test
  void theSameOperatorsTwiceAreRefused() {
    args.rdpCidrs = List.of("203.0.113.7/32", "203.0.113.7/32");
    assertRefused("rdpCidrs is [\"203.0.113.7/32\", \"203.0.113.7/32\"]; allowed: each range once");
  }

  @Test
  void aScheduleBeyondTheLargestFleetIsRefused() {
    var sale = schedule("sale");
    args.schedules = List.of(sale);
    sale.maxInstances = 501;
    assertRefused("schedules.maxInstances is 501; allowed: 1 to 500");
    sale.maxInstances = 500;
    assertThat(args.problems()).isEmpty();
    sale.minInstances = 0;
    sale.maxInstances = 0;
    assertRefused(
        "schedules.maxInstances is 0; allowed: 1 to 500",
        "schedules.minInstances is 0; allowed: requiredInstances to maxInstances, those of the"
            + " schedule or of the fleet");
  }

  @Test
  void aScheduleOfOneSizeAndAFleetThatIsAllRequiredAreAllowed() {
    var fixed = schedule("fixed");
    fixed.minInstances = 1;
    fixed.maxInstances = 1;
    args.schedules = List.of(fixed);
    assertThat(args.problems()).isEmpty();
    args.schedules = null;
    args.requiredInstances = args.minInstances();
    assertThat(args.problems()).isEmpty();
  }

  @Test
  void aScheduleWithANameThatIsNoneIsRefused() {
    args.schedules = List.of(schedule("at night"));
    assertRefused("schedules.name is \"at night\"; allowed: letters, digits and hyphens");
  }
}
