package dev.mainstay.edge;

import dev.mainstay.config.Relaxation.Possible;
import java.util.List;

/** The settings of the edge that give up something the default has. */
final class EdgeRelaxations {
  static final List<Possible<EdgeArgs>> ALL =
      List.of(
          new Possible<>(
              "domain",
              "no certificate: visitors are served over plain HTTP",
              args -> !args.https()),
          new Possible<>(
              "validation",
              "the certificate expires if nobody answers a mail",
              args -> EdgeRules.makesCertificate(args) && !args.validation().equals(EdgeRules.DNS)),
          new Possible<>(
              "targetProtocol",
              "plain HTTP from load balancer to web servers",
              args -> !args.targetProtocol().equals("https")),
          new Possible<>("accessLogs", "requests are not logged", args -> !args.accessLogs()),
          new Possible<>("waf", "no firewall looks at requests", args -> !args.waf()),
          new Possible<>(
              "deletionProtection",
              "one mistake deletes the load balancer",
              args -> !args.deletionProtection()));

  private EdgeRelaxations() {}
}
