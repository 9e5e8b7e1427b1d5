package dev.mainstay.stack;

import dev.mainstay.config.Rule;
import java.util.List;
import java.util.function.Function;

/** What the section of the usage must keep. */
final class UsageRules {
  private static final int MOST = 1_000_000;
  private static final int HOURS_PER_MONTH = 730;

  static final List<Rule<UsageArgs>> ALL =
      List.of(
          upTo("natGb", UsageArgs::natGb, MOST, "GB"),
          upTo("endpointGb", UsageArgs::endpointGb, MOST, "GB"),
          upTo("loadBalancerUnits", UsageArgs::loadBalancerUnits, MOST, "capacity units"),
          upTo(
              "firewallMillionRequests",
              UsageArgs::firewallMillionRequests,
              MOST,
              "million requests"),
          upTo("dnsMillionQueries", UsageArgs::dnsMillionQueries, MOST, "million queries"),
          upTo("logGb", UsageArgs::logGb, MOST, "GB"),
          upTo("backupGb", UsageArgs::backupGb, MOST, "GB"),
          upTo("bucketGb", UsageArgs::bucketGb, MOST, "GB"),
          upTo(
              "bucketThousandRequests",
              UsageArgs::bucketThousandRequests,
              MOST,
              "thousand requests"),
          upTo("keyThousandRequests", UsageArgs::keyThousandRequests, MOST, "thousand requests"),
          upTo(
              "secretThousandRequests",
              UsageArgs::secretThousandRequests,
              MOST,
              "thousand requests"),
          upTo("thousandEmails", UsageArgs::thousandEmails, MOST, "thousand notifications"),
          upTo("imageBuildHours", UsageArgs::imageBuildHours, HOURS_PER_MONTH, "hours"),
          upTo("imageGb", UsageArgs::imageGb, MOST, "GB"),
          upTo("auroraGb", UsageArgs::auroraGb, MOST, "GB"),
          upTo(
              "auroraMillionRequests", UsageArgs::auroraMillionRequests, MOST, "million requests"));

  private UsageRules() {}

  private static Rule<UsageArgs> upTo(
      String key, Function<UsageArgs, Integer> quantity, int most, String unit) {
    return Rule.range(key, quantity, 0, most, unit);
  }
}
