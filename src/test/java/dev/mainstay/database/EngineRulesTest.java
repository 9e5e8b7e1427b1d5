package dev.mainstay.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Problem;
import dev.mainstay.config.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineRulesTest {
  private final DatabaseArgs args =
      new DatabaseArgs().region("eu-central-1").defaultIdentifier("mainstay-test");

  private void assertAccepted() {
    assertThat(args.problems()).isEmpty();
    assertThat(args.warnings()).isEmpty();
  }

  private void assertRefused(String... messages) {
    assertThat(args.problems()).extracting(Problem::message).containsExactly(messages);
  }

  private void assertWarned(String... messages) {
    assertThat(args.problems()).isEmpty();
    assertThat(args.warnings()).extracting(Warning::message).containsExactly(messages);
  }

  @Test
  void theDefaultsAreWhatRdsOffers() {
    assertAccepted();
  }

  @Test
  void aMalformedVersionIsRefused() {
    for (String version : List.of("seventeen", "17.", "")) {
      args.engineVersion = version;
      assertRefused(
          "engineVersion is \"%s\"; allowed: a PostgreSQL version, such as 17 or 17.9"
              .formatted(version));
    }
  }

  @Test
  void aMisspeltClassIsRefusedWithTheNearestOne() {
    args.instanceClass = "db.t4g.mirco";
    assertRefused(
        "instanceClass is \"db.t4g.mirco\"; allowed: an instance class, such as db.m7g.large; did"
            + " you mean db.t4g.micro?");
  }

  @Test
  void aVersionThatRdsNoLongerCreatesIsAWarningWithTheDateAndTheSuccessor() {
    args.engineVersion = "16.4";
    assertWarned(
        "engineVersion is \"16.4\"; RDS no longer creates instances of this version (since 2025-10-01) and upgrades existing instances (since 2025-10-31); move to 16.15, or to 16 for the newest");
  }

  @Test
  void aVersionWhoseEndHasNoKnownDateIsAWarningWithoutOne() {
    args.engineVersion = "13.9";
    assertWarned(
        "engineVersion is \"13.9\"; RDS no longer creates instances of this version; move to 13.23, or to 13 for the newest");
  }

  @Test
  void aMajorVersionThatRdsNoLongerCreatesIsAWarningWithTheMajorVersionsThatItDoes() {
    args.engineVersion = "10";
    assertWarned(
        "engineVersion is \"10\"; RDS no longer creates instances of this version; move to 11, 12, 13, 14, 15, 16, 17, 18");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.9", "18.6", "14.24"})
  void aVersionThatRdsCreatesIsAccepted(String version) {
    args.engineVersion = version;
    assertAccepted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"21.1", "17.99", "19"})
  void aVersionNewerThanTheTableIsAWarning(String version) {
    args.engineVersion = version;
    assertWarned(
        "engineVersion is \"%s\"; unknown to this release, so not checked".formatted(version));
  }

  @Test
  void aClassThatRdsNoLongerCreatesIsAWarningWithAClassOfTheSameFamilyAndSize() {
    args.instanceClass = "db.m3.large";
    assertWarned(
        "instanceClass is \"db.m3.large\"; RDS no longer creates instances of this class as of 2026-10-20; move to a class such as db.m9g.large");
  }

  @Test
  void aClassThatRdsDidNotOfferWithTheVersionIsAWarning() {
    args.instanceClass = "db.t4g.medium";
    args.engineVersion = "11";
    assertWarned(
        "instanceClass is \"db.t4g.medium\"; RDS did not offer this class with PostgreSQL 11 as of 2026-10-20; move to a class such as db.t3.medium");
  }

  @Test
  void aClassThatRdsDidNotOfferInTheRegionIsAWarning() {
    args.region("ca-west-1");
    assertWarned(
        "instanceClass is \"db.t4g.medium\"; RDS did not offer this class in ca-west-1 as of 2026-10-20; move to a class such as db.t3.medium");
  }

  @Test
  void aClassInARegionNewerThanTheTableIsAccepted() {
    args.region("eu-north-9");
    assertAccepted();
  }

  @Test
  void aClassNewerThanTheTableIsAWarning() {
    args.instanceClass = "db.m12g.large";
    assertWarned("instanceClass is \"db.m12g.large\"; unknown to this release, so not checked");
  }

  @Test
  void aRetiredClassInAnUnnamedRegionIsOneWarning() {
    args.region(null);
    args.instanceClass = "db.m3.large";
    assertWarned(
        "instanceClass is \"db.m3.large\"; RDS no longer creates instances of this class as of 2026-10-20; move to a class such as db.m9g.large");
  }
}
