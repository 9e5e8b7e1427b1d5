package dev.mainstay.network;

import dev.mainstay.config.Relaxation.Possible;
import java.util.List;

/** The settings of a network that are less secure or less available than the default. */
final class NetworkRelaxations {
  static final List<Possible<NetworkArgs>> ALL =
      List.of(
          new Possible<>(
              "nat",
              "not every zone has its own NAT gateway",
              args -> !args.nat().equals("perZone")),
          new Possible<>("flowLogs", "no flow logs", args -> !args.flowLogs()),
          new Possible<>(
              "endpoints", "traffic to AWS APIs passes the internet", args -> !args.endpoints()));

  private NetworkRelaxations() {}
}
