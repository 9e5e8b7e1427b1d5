package dev.mainstay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void aValueIsShownAsTheUserWouldWriteIt() {
    assertThat(Problem.show("yes")).isEqualTo("\"yes\"");
    assertThat(Problem.show(null)).isEqualTo("not set");
    assertThat(Problem.show(20.5)).isEqualTo("20.5");
    assertThat(Problem.show(List.of("a", 1))).isEqualTo("[\"a\", 1]");
    assertThat(Problem.show(Map.of("k", List.of(true)))).isEqualTo("{k: [true]}");
  }

  @Test
  void controlCharactersOfAValueAreEscapedAtEveryDepth() {
    assertThat(Problem.show("\u001b[31m\n")).isEqualTo("\"\\u001b[31m\\n\"");
    assertThat(Problem.show(Map.of("\u202ek", List.of("\u009b"))))
        .isEqualTo("{\\u202ek: [\"\\u009b\"]}");
  }

  @Test
  void aLongValueKeepsItsBeginningAndItsEnd() {
    assertThat(Problem.notAllowed("multiAz", "a".repeat(5000) + "z", "true or false").message())
        .isEqualTo(
            "multiAz is \"%s ... %sz\"; allowed: true or false"
                .formatted("a".repeat(57), "a".repeat(55)));
    assertThat(Problem.show(List.of("x".repeat(90), "y".repeat(90))))
        .hasSize(120)
        .startsWith("[\"x")
        .endsWith("y\"]");
  }

  @Test
  void aKeyThatTheUserMadeUpIsShownLikeAValue() {
    Problem problem =
        Problem.unknown("mainstay:web.\u001b[2J\n" + "k".repeat(5000), "k", List.of("image"));

    assertThat(problem.message())
        .startsWith("mainstay:web.\\u001b[2J\\nkkk")
        .endsWith("k is not a known key; allowed: image")
        .hasSizeLessThan(170);
  }

  @Test
  void aRefusalHasNoControlCharacters() {
    var refusal =
        new Refusal(
            "The configuration of stack a\u001b[31m",
            List.of(new Problem("database.name", "is \u0007;\n      add a line")));

    assertThat(refusal)
        .hasMessage(
            "The configuration of stack a\\u001b[31m has 1 problem; nothing was registered.\n"
                + "  - database.name is \\u0007;\n      add a line");
  }

  @Test
  void aWarningHasNoControlCharacters() {
    assertThat(new Warning("web.image", "is \u001b[31m").message())
        .isEqualTo("web.image is \\u001b[31m");
  }
}
