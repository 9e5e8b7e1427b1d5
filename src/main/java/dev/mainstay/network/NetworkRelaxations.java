package dev.mainstay.network;

import dev.mainstay.config.Relaxation.Possible;
import java.util.List;

/** The settings of a network that give up something the default has. */
final class NetworkRelaxations {
  static final List<Possible<NetworkArgs>> ALL =
      List.of(
          new Possible<>(
              "nat",
              "no NAT gateway of its own in each zone",
              args -> !args.nat().equals("perZone")),
          new Possible<>("flowLogs", "traffic is not logged", args -> !args.flowLogs()),
          new Possible<>(
              "endpoints", "AWS APIs are reached over the internet", args -> !args.endpoints()));

  private NetworkRelaxations() {}
}
