package dev.mainstay.web;

import dev.mainstay.config.Relaxation.Possible;
import java.util.List;

/** The settings of web servers that give up something the default has. */
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
              "too few servers are left when a zone is lost",
              args -> !args.survivesZone(args.minInstances())),
          new Possible<>(
              "schedules",
              "at times, too few servers are left when a zone is lost",
              args ->
                  args.survivesZone(args.minInstances())
                      && args.schedules().stream()
                          .anyMatch(schedule -> !args.survivesZone(schedule.minInstances(args)))));

  private WebFleetRelaxations() {}
}
