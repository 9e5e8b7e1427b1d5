package dev.mainstay.report;

import dev.mainstay.report.view.ReportView;
import java.util.List;

/** One page with everything on it, which asks nothing of the network. */
public final class HtmlReport {
  private HtmlReport() {}

  public static String of(List<PlannedStack> stacks) {
    return Templates.html("report.html")
        .execute(
            new Page(
                ReportView.of(stacks),
                Templates.verbatim("report.css"),
                Templates.verbatim("report.js")));
  }

  /** What the outermost template prints. */
  record Page(ReportView report, String css, String js) {}
}
