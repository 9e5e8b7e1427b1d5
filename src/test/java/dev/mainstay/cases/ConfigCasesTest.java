package dev.mainstay.cases;

import com.google.gson.Gson;
import dev.mainstay.resilience.Resilience;
import dev.mainstay.resilience.Targets;
import dev.mainstay.resilience.model.Failure;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Configurations of this project: what {@code plan} says of failures and targets. */
class ConfigCasesTest {
  private static final Pattern ENTRY = Pattern.compile("'([A-Z_]+)': '([A-Z0-9_|]+)'");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> config() {
    return Cases.of("config", this::disagreement);
  }

  private String disagreement(Case each) {
    Report report = Report.plan(each.file("Pulumi.prod.yaml"), folder);
    return each.expected().stream()
        .flatMap(line -> ENTRY.matcher(line).results())
        .filter(entry -> !agrees(report, entry.group(1), entry.group(2)))
        .map(entry -> entry.group(1) + " " + said(report, entry.group(1)))
        .collect(Collectors.joining("; "));
  }

  private static boolean agrees(Report report, String what, String alternatives) {
    return Tuple.isAmong(alternatives, said(report, what))
        || (what.equals("RC") && Tuple.isAmong(alternatives, "NOT_KNOWN") && isNotKnown(report));
  }

  private static String said(Report report, String what) {
    if (what.equals("RC")) {
      return String.valueOf(report.ran().status());
    }
    return report.isRefused()
        ? "REFUSED"
        : FailureExpectation.worst(report, what, "")
            .map(verdict -> verdict.get("outcome").getAsString())
            .orElse("no verdict");
  }

  /** Whether the report says that it is not known whether a restore meets the target. */
  private static boolean isNotKnown(Report report) {
    var json = new Gson();
    Targets targets = json.fromJson(report.json().get("targets"), Targets.class);
    return targets.compare(json.fromJson(report.resilience(), Resilience.class)).stream()
        .filter(each -> each.verdict().failure().kind() == Failure.Kind.DATABASE_CONTENT)
        .anyMatch(each -> each.rto() == Targets.Standing.NOT_KNOWN);
  }
}
