package dev.mainstay.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mainstay.config.Problem;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Relaxation;
import dev.mainstay.config.SectionReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationsRulesTest {
  private final OperationsArgs args = new OperationsArgs();

  private void assertRefused(String... messages) {
    assertThat(args.problems()).extracting(Problem::message).containsExactly(messages);
  }

  @Test
  void theDefaultsAreSound() {
    assertThat(args.problems()).isEmpty();
  }

  @Test
  void whatIsNoAddressIsRefused() {
    args.alarmEmails = List.of("ops@example.com", "ops", "a b@example.com", "ops@localhost");
    assertRefused(
        "alarmEmails is \"ops\"; allowed: email addresses, such as [ops@example.com]",
        "alarmEmails is \"a b@example.com\"; allowed: email addresses, such as [ops@example.com]",
        "alarmEmails is \"ops@localhost\"; allowed: email addresses, such as [ops@example.com]");
  }

  @Test
  void anAddressTwiceIsRefused() {
    args.alarmEmails = List.of("ops@example.com", "ops@example.com");
    assertRefused(
        "alarmEmails is [\"ops@example.com\", \"ops@example.com\"]; allowed: each address once");
  }

  @Test
  void aRetentionThatCloudWatchDoesNotOfferIsRefused() {
    args.logRetentionDays = 31;
    assertRefused(
        "logRetentionDays is 31; allowed: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545,"
            + " 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 (days)");
  }

  @Test
  void testingRestoresWithoutBackupsIsRefused() {
    args.restoreTesting = true;
    args.backupVault = false;
    assertRefused(
        "restoreTesting is true; allowed: false without a backup vault; or set backupVault to"
            + " true");
    args.backupVault = true;
    assertThat(args.problems()).isEmpty();
  }

  @Test
  void targetsOutsideAMonthAreRefused() {
    args.targets = new ResilienceTargetsArgs();
    args.targets.rtoSeconds = -1;
    args.targets.rpoSeconds = 2_592_001;
    assertRefused(
        "targets.rtoSeconds is -1; allowed: 0 to 2592000 (seconds)",
        "targets.rpoSeconds is 2592001; allowed: 0 to 2592000 (seconds)");
    args.targets.rtoSeconds = 0;
    args.targets.rpoSeconds = 2_592_000;
    assertThat(args.problems()).isEmpty();
  }

  @Test
  void aBudgetOfNothingIsRefused() {
    args.monthlyBudgetUsd = 0;
    assertRefused("monthlyBudgetUsd is 0; allowed: 1 to 10000000 (USD per month)");
    args.monthlyBudgetUsd = 1;
    assertThat(args.problems()).isEmpty();
  }

  @Test
  void unsoundArgsRegisterNothing() {
    var unsound = OperationsFixture.args();
    unsound.alarmEmails = List.of("nobody");

    assertThatThrownBy(() -> OperationsFixture.deployed(unsound))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            """
            operations has 1 problem; nothing was registered.
              - alarmEmails is "nobody"; allowed: email addresses, such as [ops@example.com]\
            """);
  }

  @Test
  void onlyWhomToTellIsMissingFromTheDefaults() {
    assertThat(args.relaxations())
        .extracting(Relaxation::key, Relaxation::effect)
        .containsExactly(tuple("alarmEmails", "alarms notify nobody"));
    args.alarmEmails = List.of("ops@example.com");
    assertThat(args.relaxations()).isEmpty();
  }

  @Test
  void whatIsSwitchedOffIsNamedAsRelaxation() {
    args.alarmEmails = List.of("ops@example.com");
    args.logRetentionDays = 14;
    args.dashboard = false;
    args.backupVault = false;
    assertThat(args.relaxations())
        .extracting(Relaxation::key, Relaxation::effect)
        .containsExactly(
            tuple("logRetentionDays", "log retention is less than a year"),
            tuple("dashboard", "no dashboard"),
            tuple("backupVault", "no backup outlives the database"));
  }

  @Test
  void noTargetsAreTheDefault() {
    assertThat(args.targets().rtoSeconds()).isEmpty();
    assertThat(args.targets().rpoSeconds()).isEmpty();
  }

  @Test
  void everyKeyIsReadFromItsSection() {
    var reader = new SectionReader();
    reader.read(
        "mainstay:operations",
        Map.of(
            "alarmEmails",
            List.of("ops@example.com"),
            "logRetentionDays",
            400L,
            "dashboard",
            false,
            "backupVault",
            false,
            "restoreTesting",
            true,
            "monthlyBudgetUsd",
            1500L,
            "targets",
            Map.of("rtoSeconds", 300L, "rpoSeconds", 60L),
            "goldenImage",
            Map.of("schedule", "0 8 1 * ? *", "keepImages", 12L, "instanceType", "c6a.large")),
        args);

    assertThat(reader.problems()).isEmpty();
    assertThat(args.alarmEmails()).containsExactly("ops@example.com");
    assertThat(args.logRetentionDays()).isEqualTo(400);
    assertThat(args.dashboard()).isFalse();
    assertThat(args.backupVault()).isFalse();
    assertThat(args.restoreTesting()).isTrue();
    assertThat(args.monthlyBudgetUsd).isEqualTo(1500);
    assertThat(args.targets().rtoSeconds()).contains(300);
    assertThat(args.targets().rpoSeconds()).contains(60);
    assertThat(args.goldenImage.schedule).isEqualTo("0 8 1 * ? *");
    assertThat(args.goldenImage.keepImages).isEqualTo(12);
    assertThat(args.goldenImage.instanceType).isEqualTo("c6a.large");
    assertThat(SectionReader.shapeOf(OperationsArgs.class)).hasSize(8);
    assertThat(SectionReader.shapeOf(GoldenImageKeysArgs.class)).hasSize(3);
  }
}
