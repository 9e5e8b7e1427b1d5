package dev.mainstay.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Previews (G) and pairs of configurations (D): what is said of a change. What the engine does with
 * a D case stands in its expectation too and is not compared here.
 */
class DisruptionCasesTest {
  private static final int TYPE = 0;
  private static final int RESOURCE = 1;
  private static final int PROPERTY = 2;
  private static final int EFFECT = 3;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> disruption() {
    return Cases.of("disruption", this::disagreement);
  }

  private String disagreement(Case each) {
    Report report = report(each);
    List<Tuple> expected =
        each.expected().stream().filter(line -> line.startsWith("('")).map(Tuple::in).toList();
    assertThat(expected).as("expectations of " + each.name()).isNotEmpty();
    return expected.stream()
        .map(change -> disagreement(report, change))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private Report report(Case each) {
    if (Files.exists(each.file("input.json.gz"))) {
      return Report.analyze(each.input(folder), folder);
    }
    Path old = folder.resolve("old");
    Report.plan(each.file("old/Pulumi.prod.yaml"), old);
    return Report.planAgainst(Report.fileIn(old), each.file("Pulumi.prod.yaml"), folder);
  }

  private static String disagreement(Report report, Tuple expected) {
    List<String> effects =
        report.isRefused()
            ? List.of("REFUSED")
            : report.changes().stream()
                .filter(change -> isOf(change, expected))
                .map(change -> change.get("effect").getAsString())
                .distinct()
                .toList();
    if (effects.stream().anyMatch(effect -> expected.allows(EFFECT, effect))) {
      return "";
    }
    String what =
        "%s.%s".formatted(expected.get(RESOURCE), expected.get(PROPERTY)).replaceAll("\\.$", "");
    return "%s %s".formatted(what, effects.isEmpty() ? "no change" : String.join(" ", effects));
  }

  private static boolean isOf(JsonObject change, Tuple expected) {
    String[] urn = change.get("urn").getAsString().split("::", -1);
    String type = urn[2].replaceFirst(".*\\$", "");
    String property = change.get("property").getAsString();
    return type.endsWith(expected.get(TYPE))
        && (expected.get(RESOURCE).equals("*") || urn[3].equals(expected.get(RESOURCE)))
        && (expected.get(PROPERTY).isEmpty()
            || (property + ".").replace('[', '.').startsWith(expected.get(PROPERTY) + "."));
  }
}
