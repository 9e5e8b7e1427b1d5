package dev.mainstay.simulator;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which availability zones a list of subnets lies in. */
final class Zones {
  private Zones() {}

  static Set<String> of(Object subnetIds, Account account) {
    return ((List<?>) subnetIds)
        .stream()
            .flatMap(id -> account.find("aws:ec2/subnet:Subnet", (String) id).stream())
            .map(subnet -> subnet.text("availabilityZone"))
            .collect(Collectors.toSet());
  }
}
