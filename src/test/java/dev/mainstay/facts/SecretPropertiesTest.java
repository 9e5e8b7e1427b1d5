package dev.mainstay.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretPropertiesTest {
  @Test
  void theProviderMarksPropertiesOfTypes() {
    assertThat(SecretProperties.isMarked("aws:rds/instance:Instance", "password")).isTrue();
    assertThat(SecretProperties.isMarked("aws:ssm/parameter:Parameter", "value")).isTrue();
    assertThat(SecretProperties.isMarked("aws:ssm/parameter:Parameter", "name")).isFalse();
    assertThat(SecretProperties.isMarked("aws:lambda/function:Function", "value")).isFalse();
  }

  @Test
  void aNameMayTellThatItIsOfASecret() {
    assertThat(SecretProperties.isTelling("password")).isTrue();
    assertThat(SecretProperties.isTelling("DB_PASSWORD")).isTrue();
    assertThat(SecretProperties.isTelling("aws.secret-access-key")).isTrue();
    assertThat(SecretProperties.isTelling("clientSecret")).isTrue();
    assertThat(SecretProperties.isTelling("passwordLength")).isFalse();
    assertThat(SecretProperties.isTelling("secretArn")).isFalse();
  }
}
