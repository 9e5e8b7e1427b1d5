package dev.mainstay.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.deployed.DeployedStack.Gap;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is not told is marked where it would stand. */
class GapsTest {
  private static final String URN = "urn:pulumi:dev::shop::a:b:C::x";
  private static final String MARK = PropertyValues.UNKNOWN;

  private static Map<String, Object> marked(Map<String, Object> inputs, String... paths) {
    var node = new ResourceNode(URN, "a:b:C", "x", null, true, true, List.of(), inputs, List.of());
    var graph = new ResourceGraph("shop", "dev", List.of(node), Map.of());
    List<Gap> gaps = Stream.of(paths).map(path -> new Gap(URN, path, "secret")).toList();
    return new DeployedStack(graph, gaps, Map.of()).withGaps().resources().get(0).inputs();
  }

  @Test
  void aPropertyIsPutBack() {
    assertThat(marked(Map.of("engine", "redis"), "authToken"))
        .isEqualTo(Map.of("engine", "redis", "authToken", MARK));
    assertThat(marked(Map.of("access", Map.of("on", true)), "access.bucket", "other.inner"))
        .isEqualTo(
            Map.of("access", Map.of("on", true, "bucket", MARK), "other", Map.of("inner", MARK)));
  }

  @Test
  void anElementOfAListIsPutBackInItsPlace() {
    assertThat(marked(Map.of("ids", List.of("b")), "ids[0]", "ids[2]"))
        .isEqualTo(Map.of("ids", List.of(MARK, "b", MARK)));
    assertThat(marked(Map.of("rules", List.of(Map.of("port", 1L), Map.of())), "rules[1].cidr"))
        .isEqualTo(Map.of("rules", List.of(Map.of("port", 1L), Map.of("cidr", MARK))));
  }

  @Test
  void aGapOfTheWholeStackMarksNothing() {
    var stack =
        new DeployedStack(
            new ResourceGraph("shop", "dev", List.of(), Map.of()),
            List.of(new Gap("", "", "why")),
            Map.of());

    assertThat(stack.withGaps()).isEqualTo(stack.graph());
  }

  @Test
  void aRealExportMarksItsSecrets() throws Exception {
    try (var export = GapsTest.class.getResourceAsStream("good/export.json")) {
      String json = new String(export.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

      assertThat(
              PulumiJson.read(json)
                  .after()
                  .withGaps()
                  .find("aws:rds/instance:Instance", "database")
                  .orElseThrow()
                  .inputs())
          .containsEntry("password", MARK);
    }
  }
}
