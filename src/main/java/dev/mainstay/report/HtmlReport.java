package dev.mainstay.report;

import com.samskivert.mustache.Mustache;
import dev.mainstay.report.view.ReportView;
import java.util.List;

/** One page with everything on it, which asks nothing of the network. */
public final class HtmlReport {
  private HtmlReport() {}

  public static String of(List<PlannedStack> stacks) {
    return Templates.of("report.html", HtmlText.ESCAPER)
        .execute(
            new Page(
                ReportView.of(stacks),
                Templates.verbatim("report.css"),
                Templates.verbatim("report.js"),
                HtmlText::withoutElements));
  }

  /**
   * What the outermost template prints.
   *
   * @param bare the section for text between which and the page no element may come
   */
  record Page(ReportView report, String css, String js, Mustache.Lambda bare) {}
}
