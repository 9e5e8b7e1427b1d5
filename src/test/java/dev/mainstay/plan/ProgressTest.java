package dev.mainstay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter err = new StringWriter();

  @Test
  void whatTakesLongIsNamed() throws IOException {
    Integer result =
        Progress.of(
            new PrintWriter(err),
            "Planning prod",
            1,
            () -> {
              waitFor("Planning prod");
              return 7;
            });

    assertThat(result).isEqualTo(7);
    assertThat(err).hasToString("Planning prod ..." + System.lineSeparator());
  }

  @Test
  void whatIsQuickIsNot() throws IOException {
    Progress.of(new PrintWriter(err), "Planning prod", 60_000, () -> 7);

    assertThat(err.toString()).isEmpty();
  }

  private void waitFor(String words) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!err.toString().contains(words + " ...") && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
