package dev.mainstay.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Status;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each control passes on a sound stack, and fails, alone, where what it wants is broken. */
public class BrokenControlsTest {
  private static final ResourceGraph SOUND = SoundStack.graph();

  @Test
  void everyControlIsPassedByASoundStack() {
    assertThat(Posture.of(SOUND, Map.of()))
        .hasSize(49)
        .allMatch(result -> result.status() == Status.PASSED, "passed")
        .allMatch(result -> result.findings().isEmpty(), "without findings");
  }

  @Test
  void everyControlIsBrokenByATestBelow() {
    assertThat(broken().map(each -> each.get()[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(Posture.CONTROLS.stream().map(Control::name).toList());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("broken")
  void whatIsBrokenFailsItsControlAndNoOther(
      String control, String how, Mutation mutation, Collection<String> others) {
    var expected = new TreeSet<>(others);
    expected.add(control);

    assertThat(failed(mutation.apply(SOUND))).isEqualTo(expected);
  }

  private static Collection<String> failed(ResourceGraph graph) {
    return Posture.of(graph, Map.of()).stream()
        .filter(result -> result.status() != Status.PASSED)
        .peek(result -> assertThat(result.findings()).isNotEmpty())
        .map(result -> result.control().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
            BrokenNetwork.all(), BrokenData.all(), BrokenEdge.all(), BrokenKeysAndLogs.all())
        .flatMap(each -> each);
  }

  static Arguments broken(String control, String how, Mutation mutation, String... others) {
    return arguments(control, how, mutation, List.of(others));
  }
}
