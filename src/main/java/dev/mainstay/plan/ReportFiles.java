package dev.mainstay.plan;

import dev.mainstay.report.HtmlReport;
import dev.mainstay.report.JsonReport;
import dev.mainstay.report.MarkdownReport;
import dev.mainstay.report.PlannedStack;
import dev.mainstay.report.SarifReport;
import dev.mainstay.terraform.TerraformPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The files that a report can be written to. */
final class ReportFiles {
  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write an HTML page: drawing, failure impact, monthly cost, controls.")
  private Path html;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write Markdown for a pull request comment.")
  private Path markdown;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the resource graph and all findings.")
  private Path json;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write the failed controls for code scanning (SARIF 2.1.0).")
  private Path sarif;

  @Option(
      names = "--tfplan",
      paramLabel = "FILE",
      description = "Write one stack as a Terraform plan in JSON, for scanners such as Checkov.")
  private Path tfplan;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Refuses what cannot be written of so many stacks. */
  void check(int stacks) {
    if (tfplan != null && stacks != 1) {
      throw new ParameterException(
          spec.commandLine(), "--tfplan writes one stack; name the stack: plan prod --tfplan FILE");
    }
  }

  /** Writes what was asked for, and returns how many files that were. */
  int write(List<PlannedStack> stacks) throws IOException {
    if (stacks.isEmpty()) {
      return 0;
    }
    if (html != null) {
      write(html, HtmlReport.of(stacks));
    }
    if (markdown != null) {
      write(markdown, MarkdownReport.of(stacks));
    }
    if (json != null) {
      write(json, JsonReport.of(stacks));
    }
    if (sarif != null) {
      write(sarif, SarifReport.of(stacks));
    }
    if (tfplan != null) {
      write(tfplan, TerraformPlan.write(stacks.get(0).graph()));
    }
    return Math.toIntExact(
        Stream.of(html, markdown, json, sarif, tfplan).flatMap(Stream::ofNullable).count());
  }

  private static void write(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, content);
  }
}
