package dev.mainstay.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
  @ParameterizedTest
  @CsvSource({
    "001b, \\u001b",
    "0000, \\u0000",
    "0007, \\u0007",
    "000a, \\n",
    "000d, \\r",
    "0009, \\t",
    "007f, \\u007f",
    "0085, \\u0085",
    "009b, \\u009b",
    "00ad, \\u00ad",
    "061c, \\u061c",
    "200b, \\u200b",
    "200d, \\u200d",
    "200f, \\u200f",
    "2028, \\u2028",
    "2029, \\u2029",
    "202e, \\u202e",
    "2060, \\u2060",
    "2066, \\u2066",
    "2069, \\u2069",
    "2800, \\u2800",
    "3164, \\u3164",
    "d800, \\ud800",
    "feff, \\ufeff",
    "fff9, \\ufff9",
    "e0041, \\u{e0041}",
    "e0100, \\u{e0100}",
  })
  void aCharacterThatDoesNotShowIsEscaped(String point, String shown) {
    assertThat(Visible.of("a" + Character.toString(Integer.parseInt(point, 16)) + "b"))
        .isEqualTo("a" + shown + "b");
  }

  @Test
  void everythingElseStaysAsItIs() {
    String text = "Größe 12 \\n `x` 数据库 ⚠️ 🚀 e\u0301 \u00a0";

    assertThat(Visible.of(text)).isSameAs(text);
  }

  @Test
  void aMessageOfSeveralLinesKeepsItsLines() {
    assertThat(Visible.lines("one\n  two\u001b[31m\r\n")).isEqualTo("one\n  two\\u001b[31m\\r\n");
  }

  @Test
  void jsonKeepsItsMeaning() {
    String json = "{\"name\": \"a\u009b\u202e\udb40\udc41b\"}\n";

    assertThat(Visible.json(json))
        .isEqualTo("{\"name\": \"a\\u009b\\u202e\\udb40\\udc41b\"}\n")
        .satisfies(
            safe ->
                assertThat(JsonParser.parseString(safe)).isEqualTo(JsonParser.parseString(json)));
  }
}
