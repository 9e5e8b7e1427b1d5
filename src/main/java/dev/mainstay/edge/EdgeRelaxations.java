package dev.mainstay.edge;

import dev.mainstay.config.Relaxation.Possible;
import java.util.List;

/** The settings of the edge that are less secure or less available than the default. */
final class EdgeRelaxations {
  static final List<Possible<EdgeArgs>> ALL =
      List.of(
          new Possible<>("domain", "no certificate: clients use plain HTTP", args -> !args.https()),
          new Possible<>(
              "validation",
              "the certificate expires unless somebody approves each renewal email",
              args -> EdgeRules.makesCertificate(args) && !args.validation().equals(EdgeRules.DNS)),
          new Possible<>(
              "targetProtocol",
              "plain HTTP between load balancer and web servers",
              args -> !args.targetProtocol().equals("https")),
          new Possible<>("accessLogs", "no access logs", args -> !args.accessLogs()),
          new Possible<>("waf", "no web application firewall", args -> !args.waf()),
          new Possible<>(
              "deletionProtection",
              "one command deletes the load balancer",
              args -> !args.deletionProtection()));

  private EdgeRelaxations() {}
}
