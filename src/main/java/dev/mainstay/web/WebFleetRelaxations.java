package dev.mainstay.web;

import dev.mainstay.config.Relaxation.Possible;
import java.util.List;

/** The settings of the web servers that are less secure or less available than the default. */
final class WebFleetRelaxations {
  static final List<Possible<WebFleetArgs>> ALL =
      List.of(
          new Possible<>(
              "subnets", "web servers have public addresses", WebFleetArgs::standsInPublic),
          new Possible<>(
              "rdpCidrs",
              "Remote Desktop is open to these ranges",
              args -> !args.rdpCidrs().isEmpty()),
          new Possible<>(
              "minInstances",
              "too few servers remain if a zone fails",
              args -> !args.survivesZone(args.minInstances())),
          new Possible<>(
              "schedules",
              "at times too few servers remain if a zone fails",
              args ->
                  args.survivesZone(args.minInstances())
                      && args.schedules().stream()
                          .anyMatch(schedule -> !args.survivesZone(schedule.minInstances(args)))));

  private WebFleetRelaxations() {}
}
