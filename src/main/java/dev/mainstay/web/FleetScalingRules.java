package dev.mainstay.web;

import dev.mainstay.config.Rule;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The rules for the scaling of the fleet, by load and by schedule. */
final class FleetScalingRules {
  private static final int MOST_INSTANCES = WebFleetRules.MOST_INSTANCES;

  static final List<Rule<WebFleetArgs>> ALL =
      List.of(
          Rule.range("scaling.cpuPercent", args -> args.scaling().cpuPercent, 10, 90, "%"),
          Rule.range(
              "scaling.requestsPerTarget",
              args -> args.scaling().requestsPerTarget,
              1,
              1_000_000,
              "requests per minute"),
          Rule.<WebFleetArgs>of(
                  "maxInstances",
                  WebFleetArgs::maxInstances,
                  "more than minInstances with scaling",
                  args -> !args.scales() || args.maxInstances() != args.minInstances())
              .advising(args -> "or remove scaling"),
          eachSchedule(
              "schedules.name",
              schedule -> schedule.name,
              "letters, digits and hyphens",
              name -> name.matches("[A-Za-z0-9-]{1,64}")),
          Rule.of(
              "schedules",
              args -> args.schedules().stream().map(schedule -> schedule.name).toList(),
              "each name once",
              args -> {
                var seen = new HashSet<String>();
                return args.schedules().stream().allMatch(schedule -> seen.add(schedule.name));
              }),
          eachSchedule(
              "schedules.recurrence",
              schedule -> schedule.recurrence,
              "a cron expression of five fields, such as 0 7 * * 1-5",
              cron -> cron.matches("[0-9A-Za-z*,/-]+( [0-9A-Za-z*,/-]+){4}")),
          eachSchedule(
              "schedules.timeZone",
              FleetScheduleArgs::timeZone,
              "a time zone, such as Europe/Berlin",
              zone -> ZoneId.getAvailableZoneIds().contains(zone)),
          new Rule<>(
              "schedules.maxInstances",
              "1 to %d".formatted(MOST_INSTANCES),
              args ->
                  args.schedules().stream()
                      .map(schedule -> schedule.maxInstances(args))
                      .filter(most -> most < 1 || most > MOST_INSTANCES)
                      .toList(),
              args -> null),
          new Rule<>(
              "schedules.minInstances",
              "requiredInstances to maxInstances, those of the schedule or of the fleet",
              args ->
                  args.schedules().stream()
                      .filter(schedule -> !fits(schedule, args))
                      .map(schedule -> schedule.minInstances(args))
                      .toList(),
              args -> null));

  private FleetScalingRules() {}

  private static boolean fits(FleetScheduleArgs schedule, WebFleetArgs args) {
    return schedule.minInstances(args) >= args.requiredInstances()
        && schedule.minInstances(args) <= schedule.maxInstances(args);
  }

  private static Rule<WebFleetArgs> eachSchedule(
      String key,
      Function<FleetScheduleArgs, String> value,
      String allowed,
      Predicate<String> holds) {
    return Rule.each(
        key,
        args -> args.schedules().stream().map(value).toList(),
        allowed,
        given -> given != null && holds.test(given));
  }
}
