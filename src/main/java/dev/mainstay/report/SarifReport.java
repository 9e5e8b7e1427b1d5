package dev.mainstay.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.annotations.SerializedName;
import dev.mainstay.posture.Posture;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Result;
import dev.mainstay.posture.model.Result.Finding;
import dev.mainstay.posture.model.Status;
import dev.mainstay.report.view.PostureView;
import dev.mainstay.text.Marked;
import dev.mainstay.text.Visible;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The failed controls as code scanning takes them: <a
 * href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>, an alert
 * for each resource.
 */
public final class SarifReport {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private SarifReport() {}

  public static String of(List<PlannedStack> stacks) {
    var tool = new Tool(new Driver("Mainstay", Posture.CONTROLS.stream().map(Rule::of).toList()));
    List<Alert> alerts = stacks.stream().flatMap(SarifReport::alerts).toList();
    return Visible.json(JSON.toJson(new Log("2.1.0", List.of(new Run(tool, alerts))))) + "\n";
  }

  private static Stream<Alert> alerts(PlannedStack stack) {
    return stack.findings().posture().stream()
        .filter(result -> result.status() == Status.FAILED)
        .flatMap(result -> result.findings().stream().map(it -> Alert.of(stack, result, it)));
  }

  /** Of the public identifiers the first, which is Security Hub's where it has one. */
  private static String ruleId(Control control) {
    return control.ids().get(0);
  }

  private record Log(String version, List<Run> runs) {}

  private record Run(Tool tool, List<Alert> results) {}

  private record Tool(Driver driver) {}

  private record Driver(String name, List<Rule> rules) {}

  /** A message; only here is text shown to people. */
  private record Text(String text) {
    Text {
      text = withoutLinks(Marked.quoted(text));
    }

    /** SARIF makes a link of a text in brackets that an address in parentheses follows. */
    private static String withoutLinks(String text) {
      return text.replace("](", "\\](");
    }
  }

  private record Rule(String id, String name, Text shortDescription, Text help) {
    static Rule of(Control control) {
      return new Rule(
          ruleId(control),
          control.name(),
          new Text(control.name()),
          new Text("Known as " + String.join(", ", control.ids())));
    }
  }

  private record Alert(
      String ruleId,
      String level,
      Text message,
      List<Location> locations,
      Map<String, String> partialFingerprints) {

    static Alert of(PlannedStack stack, Result result, Finding finding) {
      String id = SarifReport.ruleId(result.control());
      return new Alert(
          id,
          "error",
          new Text(
              "%s: %s in stack %s"
                  .formatted(
                      result.control().name(),
                      PostureView.text(finding),
                      Marked.name(stack.name()))),
          List.of(
              new Location(
                  new Place(new Artifact(stack.file()), new Region(1)),
                  List.of(new Resource(finding.name(), finding.urn(), "resource")))),
          Map.of("mainstay/v1", "%s %s %s".formatted(id, finding.urn(), finding.wanted())));
    }
  }

  private record Location(
      @SerializedName("physicalLocation") Place place,
      @SerializedName("logicalLocations") List<Resource> resources) {}

  private record Place(@SerializedName("artifactLocation") Artifact file, Region region) {}

  private record Artifact(String uri) {}

  private record Region(int startLine) {}

  private record Resource(String name, String fullyQualifiedName, String kind) {}
}
