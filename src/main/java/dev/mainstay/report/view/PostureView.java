package dev.mainstay.report.view;

import dev.mainstay.posture.model.Result;
import dev.mainstay.posture.model.Status;
import dev.mainstay.text.Marked;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The controls that stand alike.
 *
 * @param style as a style class
 * @param open whether a reader should see them without asking
 */
public record PostureView(
    String title, String style, boolean open, int count, List<ControlView> controls) {

  /** One control. */
  public record ControlView(
      String name, String ids, String reason, int more, List<String> findings) {
    /** Whether there is anything to list below it. */
    public boolean listed() {
      return !findings.isEmpty();
    }

    public boolean truncated() {
      return more > 0;
    }
  }

  private static final int FINDINGS_SHOWN = 12;

  /** Failed first; what does not apply last. */
  static List<PostureView> of(List<Result> results) {
    return Arrays.stream(
            new Status[] {
              Status.FAILED, Status.UNKNOWN, Status.WAIVED, Status.PASSED, Status.NOT_APPLICABLE
            })
        .map(status -> of(status, results))
        .filter(group -> group.count() > 0)
        .toList();
  }

  private static PostureView of(Status status, List<Result> results) {
    List<ControlView> controls =
        results.stream()
            .filter(result -> result.status() == status)
            .map(PostureView::control)
            .toList();
    boolean open = status == Status.FAILED || status == Status.UNKNOWN;
    return new PostureView(title(status), Ids.of(status.name()), open, controls.size(), controls);
  }

  private static ControlView control(Result result) {
    List<String> findings = result.findings().stream().map(PostureView::text).toList();
    return new ControlView(
        result.control().name(),
        String.join(", ", result.control().ids()),
        result.reason(),
        Math.max(0, findings.size() - FINDINGS_SHOWN),
        findings.stream().limit(FINDINGS_SHOWN).toList());
  }

  /** What a resource should be, after its name. */
  public static String text(Result.Finding finding) {
    return Marked.name(finding.name()) + ": " + finding.wanted();
  }

  static long count(List<Result> results, Status status) {
    return results.stream().filter(result -> result.status() == status).count();
  }

  private static String title(Status status) {
    return status == Status.UNKNOWN
        ? "not known"
        : status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
