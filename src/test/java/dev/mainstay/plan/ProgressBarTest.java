package dev.mainstay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final StringWriter printed = new StringWriter();

  private ProgressBar bar(boolean terminal) {
    return new ProgressBar(new PrintWriter(printed), terminal);
  }

  @Test
  void aTerminalShowsABarThatGrows() {
    ProgressBar bar = bar(true);
    bar.show("AmazonEC2", 0);
    bar.show("AmazonEC2", 50);
    bar.show("AmazonEC2", 50);
    bar.end();

    assertThat(printed)
        .hasToString(
            "\rAmazonEC2            [%s]   0 %%".formatted(" ".repeat(40))
                + "\rAmazonEC2            [%s%s]  50 %%".formatted("#".repeat(20), " ".repeat(20))
                + "\n");
  }

  @Test
  void elsewhereEachFileIsALine() {
    ProgressBar bar = bar(false);
    bar.show("AmazonEC2", 1);
    bar.show("AmazonEC2", 2);
    bar.show("AmazonRDS", 1);
    bar.end();

    assertThat(printed).hasToString("Fetching AmazonEC2\nFetching AmazonRDS\n");
  }
}
