package dev.mainstay.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedTextsTest {
  @Test
  void equalTextsAreOneObject() {
    JsonObject read =
        SharedTexts.parse("{\"a\": \"one text\", \"b\": \"one text\"}").getAsJsonObject();

    assertThat(read.get("a").getAsString()).isSameAs(read.get("b").getAsString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": [1, 2.5, \"x\", null, true, {}]}", "", "1"})
  void whatIsReadIsTheSame(String json) {
    assertThat(SharedTexts.parse(json)).isEqualTo(JsonParser.parseString(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\" 1}", "{} {}", "[1, \"\\u00zz\"]"})
  void whatIsNoJsonFailsInTheSameWay(String json) {
    Throwable usual = catchThrowable(() -> JsonParser.parseString(json));

    assertThat(catchThrowable(() -> SharedTexts.parse(json)))
        .isExactlyInstanceOf(usual.getClass())
        .hasMessage(usual.getMessage());
  }
}
