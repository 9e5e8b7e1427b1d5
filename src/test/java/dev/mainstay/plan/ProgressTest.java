package dev.mainstay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
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
            () -> true,
            () -> {
              waitFor("Planning prod");
              return 7;
            });

    assertThat(result).isEqualTo(7);
    assertThat(err).hasToString("Planning prod ..." + System.lineSeparator());
  }

  @Test
  void whatIsQuickIsNot() throws IOException {
    Progress.of(new PrintWriter(err), "Planning prod", 60_000, () -> true, () -> 7);

    assertThat(err.toString()).isEmpty();
  }

  @Test
  void nothingIsNamedWhereTheErrorStreamIsNoTerminal() throws IOException {
    var asked = new AtomicBoolean();
    Progress.of(
        new PrintWriter(err),
        "Planning prod",
        1,
        () -> {
          asked.set(true);
          return false;
        },
        () -> {
          waitUntil(asked::get);
          return 7;
        });

    assertThat(asked).isTrue();
    assertThat(err.toString()).isEmpty();
  }

  private void waitFor(String words) {
    waitUntil(() -> err.toString().contains(words + " ..."));
  }

  private static void waitUntil(BooleanSupplier condition) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
