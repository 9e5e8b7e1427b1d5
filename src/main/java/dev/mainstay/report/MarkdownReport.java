package dev.mainstay.report;

import com.samskivert.mustache.Template;
import dev.mainstay.report.view.ChangeView;
import dev.mainstay.report.view.ReportView;
import java.util.List;
import java.util.stream.Stream;

/**
 * What fits a comment of a pull request: the summary first, everything else folded. GitHub takes
 * 65,536 characters; this keeps to {@value #MOST_CHARACTERS}.
 */
public final class MarkdownReport {
  public static final int MOST_CHARACTERS = 60_000;

  private static final String CLOSED = "\n\n</details>";
  private static final String CUT =
      "\n\n*Cut to fit a comment, %d lines are hidden: the HTML report has the rest.*\n";

  private MarkdownReport() {}

  public static String of(List<PlannedStack> stacks) {
    Template template = Templates.of("report.md", MarkdownText.ESCAPER);
    ReportView report = ReportView.of(stacks);
    String whole = template.execute(report);
    return whole.length() <= MOST_CHARACTERS
        ? whole
        : fitting(template.execute(report.shortened()), MOST_CHARACTERS, blocking(stacks));
  }

  /**
   * Cut at the end of a line, with what is folded closed again. What blocks is named even if its
   * line is cut.
   */
  static String fitting(String report, int mostCharacters, List<String> blocking) {
    if (report.length() <= mostCharacters) {
      return report;
    }
    String named = named(blocking, mostCharacters / 2);
    int reserved = CLOSED.length() + CUT.length() + 10 + named.length();
    int end = Math.max(0, report.lastIndexOf('\n', mostCharacters - reserved));
    String kept = report.substring(0, end);
    boolean open = kept.lastIndexOf("<details>") > kept.lastIndexOf("</details>");
    long hidden = report.substring(end).lines().filter(line -> !line.isBlank()).count();
    return kept + (open ? CLOSED : "") + named + CUT.formatted(hidden);
  }

  private static String named(List<String> blocking, int mostCharacters) {
    var named = new StringBuilder();
    for (int index = 0; index < blocking.size(); index++) {
      if (named.length() + blocking.get(index).length() > mostCharacters) {
        return "%s\n- and %d more".formatted(named, blocking.size() - index);
      }
      named.append(index == 0 ? "\n\nWhat blocks:\n\n- " : "\n- ").append(blocking.get(index));
    }
    return named.toString();
  }

  /** Such as {@code `orders`: data loss}. */
  private static List<String> blocking(List<PlannedStack> stacks) {
    return stacks.stream()
        .flatMap(stack -> stack.findings().disruption().stream())
        .flatMap(change -> Stream.concat(change.refused().stream(), change.blocked().stream()))
        .distinct()
        .map(ChangeView::of)
        .map(change -> MarkdownText.ESCAPER.escape(change.resource()) + ": " + change.effect())
        .toList();
  }
}
