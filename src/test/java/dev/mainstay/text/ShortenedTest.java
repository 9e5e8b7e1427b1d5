package dev.mainstay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {
  @Test
  void aShortTextStaysWhole() {
    assertThat(Shortened.inMiddle("0123456789", 10)).isEqualTo("0123456789");
  }

  @Test
  void aLongTextKeepsItsBeginningAndItsEnd() {
    assertThat(Shortened.inMiddle("0123456789abcdef", 12)).isEqualTo("0123 ... def").hasSize(12);
  }

  @Test
  void noCharacterIsCutInHalf() {
    String shortened = Shortened.inMiddle("🚀".repeat(40), 40);

    assertThat(shortened.codePoints().filter(point -> point <= 0xffff)).hasSize(5);
    assertThat(shortened).hasSizeLessThanOrEqualTo(40);
  }
}
