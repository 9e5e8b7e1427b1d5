package dev.mainstay.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.ConfigValues.Secret;
import dev.mainstay.facts.CertificateLife;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportCalendarTest {
  private final GivenConfiguration given = new GivenConfiguration();

  @Test
  void aVersionInExtendedSupportIsAWarningWithItsPrice() {
    given.set("database.engineVersion", "13");
    given.assertWarned(
        "mainstay:database.engineVersion is \"13\"; standard support ended on 2026-02-28; AWS"
            + " charges for Extended Support (from 0.100 USD per vCPU-hour in us-east-1, each"
            + " instance) until 2029-02-28");
  }

  @Test
  void theLastYearOfStandardSupportIsAWarning() {
    given.set("database.engineVersion", "14");
    given.today = LocalDate.of(2026, 2, 27);
    given.assertAccepted();
    given.today = LocalDate.of(2026, 2, 28);
    given.assertWarned(
        "mainstay:database.engineVersion is \"14\"; standard support ends on 2027-02-28; AWS"
            + " charges for Extended Support (from 0.100 USD per vCPU-hour in us-east-1, each"
            + " instance) until 2030-02-28");
  }

  @Test
  void theEndOfExtendedSupportIsAWarning() {
    given.set("database.engineVersion", "13");
    given.today = LocalDate.of(2029, 3, 1);
    given.assertWarned(
        "mainstay:database.engineVersion is \"13\"; Extended Support ended on 2029-02-28; AWS"
            + " upgrades to a newer major version");
  }

  @Test
  void anOldRedisIsAWarningToo() {
    given.set("cache.engine", "redis");
    given.set("cache.engineVersion", "6.2");
    given.set("cache.authentication", "password");
    given.values.put("mainstay:cachePassword", new Secret("correct-horse-battery"));
    given.waive("cache.authentication");
    given.assertWarned(
        "mainstay:cache.engineVersion is \"6.2\"; standard support ends on 2027-01-31; AWS charges"
            + " for Extended Support until 2030-01-31");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01,39",
    "2026-03-14,39",
    "2026-03-15,19",
    "2026-11-29,19",
    "2027-03-15,9",
    "2031-01-01,4"
  })
  void theCertificateAlarmFollowsTheLifeOfCertificates(LocalDate today, int days) {
    assertThat(CertificateLife.on(today).overdueDays()).isEqualTo(days);
  }
}
