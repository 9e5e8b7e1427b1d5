package dev.mainstay.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.mainstay.posture.Posture;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Exports of stacks: what {@code analyze} says of controls. */
class PostureCasesTest {
  private static final Pattern LINE =
      Pattern.compile("control (.*), resource (\\S+), requirement (.*): ([A-Z|_]+)");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> posture() {
    return Cases.of("posture", this::disagreement);
  }

  private String disagreement(Case each) {
    Report report = Report.analyze(each.input(folder), folder);
    List<Matcher> lines =
        each.expected().stream().map(LINE::matcher).filter(Matcher::matches).toList();
    assertThat(lines).as("expectations of " + each.name()).isNotEmpty();
    return lines.stream()
        .map(line -> disagreement(report, line))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String disagreement(Report report, Matcher line) {
    String name = CaseNames.now(line.group(1));
    JsonObject control =
        report.controls().stream()
            .filter(each -> each.get("name").getAsString().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no control " + name));
    String requirement = CaseNames.now(line.group(3));
    assertThat(requirement).as("a requirement of " + name).matches(of -> exists(name, of));
    String said = said(control, line.group(2), Pattern.compile(requirement));
    return Tuple.isAmong(line.group(4), said) ? "" : "%s %s".formatted(name, said);
  }

  /** The status of the control, as far as it is about this resource and requirement. */
  private static String said(JsonObject control, String resource, Pattern requirement) {
    String status = control.get("status").getAsString();
    boolean whole =
        resource.equals(Tuple.NOT_COMPARED) && requirement.pattern().equals(Tuple.NOT_COMPARED);
    if (whole || status.equals("PASSED") || status.equals("NOT_APPLICABLE")) {
      return status;
    }
    boolean found =
        Report.objects(control.getAsJsonArray("findings")).stream()
            .filter(
                finding ->
                    resource.equals(Tuple.NOT_COMPARED)
                        || finding.get("name").getAsString().equals(resource))
            .anyMatch(
                finding ->
                    requirement.pattern().equals(Tuple.NOT_COMPARED)
                        || requirement.matcher(finding.get("wanted").getAsString()).find());
    return found ? status : "PASSED";
  }

  /** A requirement that was reworded would otherwise pass unseen. */
  private static boolean exists(String control, String requirement) {
    if (requirement.equals(Tuple.NOT_COMPARED)) {
      return true;
    }
    var wanted = Pattern.compile(requirement);
    return Posture.CONTROLS.stream()
        .filter(each -> each.name().equals(control))
        .flatMap(each -> each.requirements().stream())
        .anyMatch(each -> wanted.matcher(each.wanted()).find());
  }
}
