package dev.mainstay.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.config.ConfigValues.Secret;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackWaiversTest {
  private final GivenConfiguration given = new GivenConfiguration();

  @Test
  void aWaiverWithADateIsValidUntilThatDay() {
    given.set("database.multiAz", false);
    given.set("waivers.database.multiAz", "until 2027-03-31: the standby is ordered");
    given.today = LocalDate.of(2027, 3, 31);
    given.assertAccepted();
    given.today = LocalDate.of(2027, 4, 1);
    given.assertRefused(
        "mainstay:waivers.database.multiAz expired on 2027-03-31; allowed: a later date, or the"
            + " default of database.multiAz");
  }

  @Test
  void aWaiverWithoutADateOrWithoutAReasonIsRefused() {
    given.set("database.multiAz", false);
    for (String reason :
        List.of("until 2027-02-30: x", "until 2027-03-31:", "until 2027", "until 2027-03-31 x")) {
      given.set("waivers.database.multiAz", reason);
      given.assertRefused(
          "mainstay:waivers.database.multiAz is \"%s\"; allowed: a reason, or \"until YYYY-MM-DD: a reason\""
              .formatted(reason));
    }
    given.set("waivers.database.multiAz", "until somebody complains");
    given.assertAccepted();
  }

  @Test
  void eachRelaxationIsRefusedWithTheLineToAdd() {
    var without =
        Map.<String, Object>ofEntries(
            Map.entry("network.nat", "single"),
            Map.entry("network.flowLogs", false),
            Map.entry("network.endpoints", false),
            Map.entry("database.multiAz", false),
            Map.entry("database.backupRetentionDays", 6L),
            Map.entry("database.deletionProtection", false),
            Map.entry("database.finalSnapshot", false),
            Map.entry("database.monitoringIntervalSeconds", 0L),
            Map.entry("database.databaseInsights", "off"),
            Map.entry("cache.replicas", 0L),
            Map.entry("cache.snapshotRetentionDays", 0L),
            Map.entry("cache.multiAz", false),
            Map.entry("web.subnets", "public"),
            Map.entry("web.rdpCidrs", List.of("203.0.113.7/32")),
            Map.entry("web.minInstances", 1L),
            Map.entry("edge.targetProtocol", "http"),
            Map.entry("edge.accessLogs", false),
            Map.entry("edge.waf", false),
            Map.entry("edge.deletionProtection", false),
            Map.entry("operations.logRetentionDays", 180L),
            Map.entry("operations.dashboard", false),
            Map.entry("operations.backupVault", false));
    without.forEach(
        (key, value) -> {
          var before = given.values.remove("mainstay:" + key.substring(0, key.indexOf('.')));
          assertThat(before).isNull();
          given.set(key, value);
          assertThat(catchThrowableOfType(Refusal.class, given::config).problems())
              .as(key)
              .extracting(Problem::message)
              .singleElement()
              .asString()
              .startsWith("mainstay:waivers requires a reason for " + key + " (")
              .endsWith("; add%n      %s: <why>".formatted(key));
          given.values.remove("mainstay:" + key.substring(0, key.indexOf('.')));
        });
  }

  @Test
  void onesOwnMasterPasswordIsARelaxation() {
    given.values.put("mainstay:databasePassword", new Secret(null));
    given.set("database.credentials", "own");
    given.assertRefused(
        "mainstay:waivers requires a reason for database.credentials (the master password is in the Pulumi state and is not rotated); add%n      database.credentials: <why>"
            .formatted());
  }

  @Test
  void aCertificateThatWaitsForMailIsARelaxation() {
    given.values.put("mainstay:waivers", Map.of("operations.alarmEmails", "nobody"));
    given.set("edge.domain", "shop.mainstay.dev");
    given.set("edge.validation", "email");
    given.assertRefused(
        "mainstay:waivers requires a reason for edge.validation (the certificate expires unless somebody approves each renewal email); add%n      edge.validation: <why>"
            .formatted());
  }

  @Test
  void whatIsJustEnoughIsNoRelaxation() {
    given.set("database.backupRetentionDays", 7L);
    given.set("operations.logRetentionDays", 365L);
    given.assertAccepted();
  }

  @Test
  void waiversThatSayNothingTrueAreRefused() {
    given.waive("database.multiAZ");
    given.waive("database.multiAz");
    given.set("waivers.cache.replicas", " ");
    given.set("cache.replicas", 0L);
    given.set("network.flowLogs", false);
    assertThat(catchThrowableOfType(Refusal.class, given::config).problems())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "mainstay:waivers requires a reason for network.flowLogs (no flow logs); add%n      network.flowLogs: <why>"
                .formatted(),
            "mainstay:waivers.database.multiAZ is not a configuration key;"
                + " did you mean database.multiAz?",
            "mainstay:waivers.database.multiAz has no effect: database.multiAz is not relaxed;"
                + " remove it",
            "mainstay:waivers.cache.replicas is \" \"; allowed: a reason, or \"until YYYY-MM-DD: a reason\"");
  }
}
