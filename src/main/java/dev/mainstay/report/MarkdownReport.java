package dev.mainstay.report;

import com.samskivert.mustache.Template;
import dev.mainstay.report.view.ReportView;
import java.util.List;

/**
 * What fits a comment of a pull request: the summary first, everything else folded. GitHub takes
 * 65,536 characters; this keeps to {@value #MOST_CHARACTERS}.
 */
public final class MarkdownReport {
  public static final int MOST_CHARACTERS = 60_000;

  private static final String CUT =
      "\n\n</details>\n\n*Cut to fit a comment: the HTML report has the rest.*\n";

  private MarkdownReport() {}

  public static String of(List<PlannedStack> stacks) {
    Template template = Templates.of("report.md", MarkdownText.ESCAPER);
    ReportView report = ReportView.of(stacks);
    String whole = template.execute(report);
    return whole.length() <= MOST_CHARACTERS
        ? whole
        : fitting(template.execute(report.shortened()), MOST_CHARACTERS);
  }

  /** Cut at the end of a line, with what is folded closed again. */
  static String fitting(String report, int mostCharacters) {
    if (report.length() <= mostCharacters) {
      return report;
    }
    int end = report.lastIndexOf('\n', mostCharacters - CUT.length());
    String kept = report.substring(0, end);
    boolean open = kept.lastIndexOf("<details>") > kept.lastIndexOf("</details>");
    return kept + (open ? CUT : CUT.replace("</details>\n\n", ""));
  }
}
