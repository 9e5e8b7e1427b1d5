package dev.mainstay.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.mainstay.graph.PreviewStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewStepsTest {
  @Test
  void theThreeStepsOfAReplacementAreOneResource() {
    assertThat(
            read(
                """
                {"op": "create-replacement", "urn": "a", "replaceReasons": ["hashKey"],
                 "diffReasons": ["hashKey"],
                 "detailedDiff": {"hashKey": {"kind": "update-replace", "inputDiff": true}}}
                """,
                "{'op': 'replace', 'urn': 'a', 'detailedDiff': null}",
                "{'op': 'delete-replaced', 'urn': 'a'}"))
        .containsExactly(
            Map.entry(
                "a",
                new PreviewStep(
                    List.of("create-replacement", "replace", "delete-replaced"),
                    List.of("hashKey"),
                    List.of("hashKey"),
                    Map.of("hashKey", "update-replace"))));
  }

  @Test
  void aReplacementNamesTheInputsThatAreItsReason() {
    PreviewStep step =
        read("""
                {"op": "replace", "urn": "a", "detailedDiff":
                  {"keys[0].name": {"kind": "update-replace"}, "tags.team": {"kind": "add"}}}
                """)
            .get("a");

    assertThat(step.isReplacement()).isTrue();
    assertThat(step.replacesFor("keys")).isTrue();
    assertThat(step.replacesFor("tags")).isFalse();
  }

  @Test
  void anUpdateNamesTheInputsThatItChanges() {
    PreviewStep step = read("{'op': 'update', 'urn': 'a', 'diffReasons': ['size']}").get("a");

    assertThat(step.isReplacement()).isFalse();
    assertThat(step.updatesInPlace("size")).isTrue();
    assertThat(step.updatesInPlace("name")).isFalse();
    assertThat(step.isUnchanged()).isFalse();
  }

  private static Map<String, PreviewStep> read(String... steps) {
    return PreviewSteps.of(
        List.of(steps).stream()
            .map(step -> JsonParser.parseString(step).getAsJsonObject())
            .toList());
  }
}
