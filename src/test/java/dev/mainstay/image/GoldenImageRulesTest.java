package dev.mainstay.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.config.Problem;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenImageRulesTest {
  private final GoldenImageArgs args = ImageFixture.args();

  private void assertRefused(String... messages) {
    assertThat(args.problems()).extracting(Problem::message).containsExactly(messages);
  }

  @Test
  void theDefaultsAreSound() {
    assertThat(args.problems()).isEmpty();
    assertThat(args.warnings()).isEmpty();
    assertThat(args.relaxations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 10 * * ? *",
        "0 10 ? * 1-5 *",
        "0 18 ? * mon-fri *",
        "0 8 1 * ? *",
        "30 22 ? * tue#2 *",
        "0 0 ? * SAT#2,4 *",
        "0 0 */2 * ? *",
        "0 0 L * ? *",
        "0 0 3W jan,feb,mar ? 2027-2030",
        "0 0 ? * L *"
      })
  void whatImageBuildersGuideShowsIsFine(String schedule) {
    args.schedule = schedule;
    assertThat(args.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 10 * * * *",
        "0 10 ? * ? *",
        "0 10 1 * 2 *",
        "0 10 * * ?",
        "cron(0 10 * * ? *)",
        "60 10 * * ? *",
        "0 24 * * ? *",
        "0 0 32 * ? *",
        "0 0 ? 13 1 *",
        "0 0 ? * 8 *",
        "0 0 ? * tue#6 *",
        "0 0 *-5 * ? *",
        "monthly",
        ""
      })
  void whatIsNoScheduleOfImageBuilderIsRefused(String schedule) {
    args.schedule = schedule;
    assertRefused(
        "schedule is \"%s\"; allowed: a cron expression of six fields with ? as the day of the"
                .formatted(schedule)
            + " month or of the week, such as 0 2 ? * wed#4 *");
  }

  @Test
  void anImageToGoBackToIsKept() {
    args.keepImages = 1;
    assertRefused("keepImages is 1; allowed: 2 to 1000 (images)");
    args.keepImages = 1001;
    assertRefused("keepImages is 1001; allowed: 2 to 1000 (images)");
    args.keepImages = 2;
    assertThat(args.problems()).isEmpty();
  }

  @Test
  void aTypeThatWindowsDoesNotRunOnIsRefused() {
    args.instanceType = "m7g.large";
    assertRefused(
        "instanceType is \"m7g.large\"; allowed: an x86_64 EC2 instance type, such as m7i.large:"
            + " Windows does not run on arm64");
    args.instanceType = "large";
    assertRefused(
        "instanceType is \"large\"; allowed: an x86_64 EC2 instance type, such as m7i.large:"
            + " Windows does not run on arm64");
  }

  @Test
  void aTypeThatNobodyKnowsIsNotHeldAgainstAnyone() {
    args.instanceType = "m99.large";
    assertThat(args.problems()).isEmpty();
    assertThat(args.warnings())
        .extracting(Warning::message)
        .containsExactly("instanceType is \"m99.large\"; unknown to this release, so not checked");
  }

  @Test
  void unsoundArgsRegisterNothing() {
    args.keepImages = 0;
    assertThatThrownBy(() -> ImageFixture.deployed(args))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            """
            image has 1 problem; nothing was registered.
              - keepImages is 0; allowed: 2 to 1000 (images)\
            """);
  }
}
