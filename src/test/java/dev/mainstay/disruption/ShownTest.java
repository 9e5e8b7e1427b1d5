package dev.mainstay.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownTest {
  private static String text(String path, Object value) {
    return Shown.text("a:b:C", path, value);
  }

  @Test
  void plainValuesAreShownAsTheyAre() {
    assertThat(text("x", null)).isEmpty();
    assertThat(text("x", 5L)).isEqualTo("5");
    assertThat(text("x", List.of("a", 1L))).isEqualTo("a, 1");
    assertThat(text("x", Map.of("b", 1L, "a", List.of("c")))).isEqualTo("{a=c, b=1}");
  }

  @Test
  void longValuesAreCounted() {
    assertThat(text("x", "y".repeat(80))).hasSize(80);
    assertThat(text("x", "y".repeat(81))).isEqualTo("(81 characters, c4dca379)");
  }

  @Test
  void secretsAreHidden() {
    for (String path : List.of("password", "masterPassword", "secretString", "authToken")) {
      assertThat(text(path, "swordfish")).isEqualTo("(hidden)");
    }
    assertThat(text("users", List.of(Map.of("name", "a", "password", "swordfish"))))
        .isEqualTo("{name=a, password=(hidden)}");
    assertThat(Shown.text("aws:ssm/parameter:Parameter", "value", "swordfish"))
        .isEqualTo("(hidden)");
    assertThat(Shown.text("aws:ssm/parameter:Parameter", "name", "/a")).isEqualTo("/a");
    assertThat(text("value", "plain")).isEqualTo("plain");
  }
}
