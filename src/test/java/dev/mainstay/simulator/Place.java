package dev.mainstay.simulator;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** The region a provider is configured for. */
record Place(String region) {
  private static final Map<String, CSVRecord> REGIONS =
      Table.read("regions.csv").stream()
          .collect(Collectors.toMap(row -> row.get("region"), row -> row));

  String partition() {
    return fact("partition");
  }

  /** The hosted zone that alias records to a load balancer name. */
  String loadBalancerZoneId() {
    return fact("albHostedZoneId");
  }

  boolean hasZone(String zone) {
    return zone.length() == region.length() + 1
        && zone.startsWith(region)
        && fact("azLetters").indexOf(zone.charAt(zone.length() - 1)) >= 0;
  }

  private String fact(String column) {
    var row = REGIONS.get(region);
    if (row == null) {
      throw new Refused("there is no region " + region);
    }
    return row.get(column);
  }
}
