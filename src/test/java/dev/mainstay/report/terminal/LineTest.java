package dev.mainstay.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {
  @ParameterizedTest
  @CsvSource({
    "PLAIN, x",
    "BOLD, ~[1mx~[22m",
    "FAINT, ~[2mx~[22m",
    "NAME, ~[36mx~[39m",
    "GOOD, ~[32mx~[39m",
    "WARNING, ~[33mx~[39m",
    "BAD, ~[31mx~[39m",
    "STRONG_GOOD, ~[1;32mx~[22;39m",
    "STRONG_WARNING, ~[1;33mx~[22;39m",
    "STRONG_BAD, ~[1;31mx~[22;39m",
  })
  void aStyleEndsWithWhatResetsItOnEveryTerminal(Style style, String bytes) {
    assertThat(new Line(true).add(style, "x").toString()).isEqualTo(bytes.replace('~', '\u001b'));
    assertThat(new Line(false).add(style, "x").toString()).isEqualTo("x");
  }

  @Test
  void namesAreColouredOrQuoted() {
    String text = "Database `orders` fails over";

    assertThat(new Line(true).marked(Style.FAINT, text).toString().replace('\u001b', '~'))
        .isEqualTo("~[2mDatabase ~[22m~[36morders~[39m~[2m fails over~[22m");
    assertThat(new Line(false).marked(text).toString()).isEqualTo("Database \"orders\" fails over");
    assertThat(new Line(false).names("`orders`").toString()).isEqualTo("orders");
  }

  @Test
  void onlyItsOwnStylesReachTheTerminal() {
    assertThat(new Line(true).add(Style.BAD, "a\u001b[2J\u009b1m\n\u202e").toString())
        .isEqualTo("\u001b[31ma\\u001b[2J\\u009b1m\\n\\u202e\u001b[39m");
    assertThat(new Line(false).marked("`\u0007`").toString()).isEqualTo("\"\\u0007\"");
  }

  private static List<String> wrapped(String text, int columns) {
    return new Line(false).add(text).wrapped(columns).stream().map(Line::toString).toList();
  }

  @Test
  void wordsThatDoNotFitFollowOnTheNextLine() {
    assertThat(wrapped("one two three", 7)).containsExactly("one two", "three");
    assertThat(wrapped("", 7)).containsExactly("");
  }

  @Test
  void aWordThatIsTooLongIsBrokenBehindASeparatorOrWhereItMustBe() {
    assertThat(wrapped("see arn:aws:s3:::bucket", 10))
        .containsExactly("see", "arn:aws:", "s3:::", "bucket");
    assertThat(wrapped("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
  }

  @Test
  void lettersOfEastAsiaAndEmojiTakeTwoColumns() {
    assertThat(wrapped("数据库数据库", 6)).containsExactly("数据库", "数据库");
    assertThat(wrapped("🚀🚀🚀", 5)).containsExactly("🚀🚀", "🚀");
    assertThat(Columns.of("e\u0301ｶ")).isEqualTo(2);
  }

  @Test
  void cellsStandBesideEachOther() {
    var lines = new Lines(false);
    lines.row(List.of(6, 74), List.of(lines.line().add("a bc def"), lines.line().add("second")));

    assertThat(lines.toString()).isEqualTo("a bc  second\ndef\n");
  }
}
