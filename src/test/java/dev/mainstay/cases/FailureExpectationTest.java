package dev.mainstay.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds agree where the expected ones hold them. */
class FailureExpectationTest {
  private static boolean agrees(String expected, String said) {
    return Tuple.in("('DOWN', %s, None)".formatted(expected)).allowsBounds(1, said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"25-735", "25-335", "30-735", "300-300"})
  void boundsWithinTheExpectedOnesAgree(String said) {
    assertThat(agrees("'25-735'", said)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"24-335", "25-736", "0-0", "25-?", "?-735", "?-?"})
  void boundsOutsideTheExpectedOnesDisagree(String said) {
    assertThat(agrees("'25-735'", said)).isFalse();
  }

  @Test
  void oneOfSeveralAlternativesIsEnough() {
    assertThat(agrees("'60-120|?-?'", "?-?")).isTrue();
    assertThat(agrees("'60-120|?-?'", "70-100")).isTrue();
    assertThat(agrees("'60-120|?-?'", "60-?")).isFalse();
  }

  @Test
  void whatIsNotComparedAlwaysAgrees() {
    assertThat(agrees("None", "0-9")).isTrue();
  }
}
