package dev.mainstay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Database `orders` fails over | Database <orders> fails over",
        "`a`, `b` and (`c`) | <a>, <b> and (<c>)",
        "`a`-`b` | <a>-<b>",
        "`web-1`: no rollback. | <web-1>: no rollback.",
        "no names | no names",
        "a ` alone | a ` alone",
        "`open | `open",
        "it`s and Peter`s | it`s and Peter`s",
        "named `a`b` here | named <a`b> here",
        "`` is no name | `` is no name",
      })
  void namesAreWhatStandsBetweenBackticks(String text, String expected) {
    assertThat(Marked.rendered(text, name -> "<" + name + ">", other -> other)).isEqualTo(expected);
  }

  @Test
  void aNameIsSetOffWhateverItContains() {
    assertThat(Marked.quoted("Bucket " + Marked.name("a` b`") + " is open"))
        .isEqualTo("Bucket \"a\\u0060 b\\u0060\" is open");
    assertThat(Marked.name("")).isEmpty();
  }

  @Test
  void everyPartIsVisible() {
    assertThat(Marked.quoted("Group `\u001b[31m`\n is open"))
        .isEqualTo("Group \"\\u001b[31m\"\\n is open");
  }

  @Test
  void manyLoneMarksTakeNoTime() {
    String text = "`a".repeat(200_000);

    assertThat(Marked.runs(text)).hasSize(1);
  }
}
