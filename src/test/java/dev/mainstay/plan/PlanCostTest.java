package dev.mainstay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says of the cost of a change, and of the budget. */
class PlanCostTest {
  @TempDir private Path folder;
  private Path stack;

  @BeforeEach
  void copy() throws IOException {
    stack = Files.copy(Path.of("Pulumi.prod.yaml"), folder.resolve("Pulumi.prod.yaml"));
  }

  private void configure(String from, String to) throws IOException {
    String text = Files.readString(stack);
    assertThat(text).contains(from);
    Files.writeString(stack, text.replace(from, to));
  }

  private Path earlier() {
    Path json = folder.resolve("earlier.json");
    assertThat(CommandLine.run("plan", stack.toString(), "--json", json.toString())).isZero();
    return json;
  }

  @Test
  void anotherInstanceClassIsInEveryFormat() throws IOException {
    Path earlier = earlier();
    configure("instanceClass: db.m7g.large", "instanceClass: db.m7g.xlarge");
    Path markdown = folder.resolve("comment.md");
    Path html = folder.resolve("page.html");
    Path json = folder.resolve("later.json");

    Ran ran =
        Ran.command(
            "plan",
            stack.toString(),
            "--against",
            earlier.toString(),
            "--markdown",
            markdown.toString(),
            "--html",
            html.toString(),
            "--json",
            json.toString());

    // 2 x 730 h x (0.401 - 0.2) = 293.46
    String line = "+293.46 USD per month, database.instanceClass";
    assertThat(ran.out()).contains("  " + line + "\n");
    assertThat(Files.readAllLines(markdown).subList(0, 3)).contains("**" + line + "**");
    assertThat(Files.readString(html)).contains(line);
    assertThat(Files.readString(json))
        .contains("\"what\": \"database.instanceClass\"")
        .contains("\"usd\": 293.46");
  }

  @Test
  void anUnchangedStackHasNoLineOfItsCost() throws IOException {
    Path markdown = folder.resolve("comment.md");

    CommandLine.run(
        "plan",
        stack.toString(),
        "--against",
        earlier().toString(),
        "--markdown",
        markdown.toString());

    assertThat(Files.readString(markdown))
        .contains("### No changes\n")
        .doesNotContain("no difference");
  }

  @Test
  void usageOfTheConfigurationIsAssumed() throws IOException {
    configure("config:\n", "config:\n  mainstay:usage:\n    natGb: 1000\n");
    Path json = folder.resolve("report.json");

    CommandLine.run("plan", stack.toString(), "--json", json.toString());

    // 1,485.88 + 2 x 990 GB x 0.052 = 1,588.84
    assertThat(Files.readString(json))
        .contains("\"usd\": 1588.84")
        .contains("1000 GB (usage.natGb)");
  }

  @Test
  void anEstimateAboveTheBudgetIsRefused() throws IOException {
    configure("mainstay:operations:\n", "mainstay:operations:\n    monthlyBudgetUsd: 1400\n");

    Ran ran = Ran.command("plan", stack.toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            "Stack \"prod\" costs an estimated 1,485.88 USD per month;"
                + " mainstay:operations.monthlyBudgetUsd is 1400. Raise it, or add to"
                + " mainstay:waivers\n      operations.monthlyBudgetUsd: <why>\n");
  }

  @Test
  void aBudgetMayBeWaived() throws IOException {
    configure("mainstay:operations:\n", "mainstay:operations:\n    monthlyBudgetUsd: 1400\n");
    Files.writeString(
        stack,
        Files.readString(stack)
            + "  mainstay:waivers:\n    operations.monthlyBudgetUsd: a month of load tests\n");

    Ran ran = Ran.command("plan", stack.toString());

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains("operations.monthlyBudgetUsd: the estimate may exceed the budget");
  }

  @Test
  void anEstimateWithinTheBudgetIsFine() throws IOException {
    configure("mainstay:operations:\n", "mainstay:operations:\n    monthlyBudgetUsd: 1486\n");
    Path markdown = folder.resolve("comment.md");

    assertThat(CommandLine.run("plan", stack.toString(), "--markdown", markdown.toString()))
        .isZero();
    assertThat(Files.readString(markdown))
        .contains("The estimate keeps to the budget of 1,486.00 USD per month.");
  }
}
