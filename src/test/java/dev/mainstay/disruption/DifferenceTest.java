package dev.mainstay.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static List<Difference> lists(List<?> before, List<?> after) {
    return Difference.between(Map.of("list", before), Map.of("list", after));
  }

  @Test
  void valuesComeGoAndChange() {
    assertThat(
            Difference.between(
                Map.of("same", 1L, "gone", 2L, "changed", 3L),
                Map.of("same", "1", "new", 4L, "changed", 5L)))
        .containsExactly(
            new Difference("changed", 3L, 5L),
            new Difference("gone", 2L, null),
            new Difference("new", null, 4L));
  }

  @Test
  void mapsAreComparedByKey() {
    assertThat(
            Difference.between(
                Map.of("a", Map.of("b", Map.of("c", 1L))),
                Map.of("a", Map.of("b", Map.of("c", 2L)))))
        .containsExactly(new Difference("a.b.c", 1L, 2L));
  }

  @Test
  void plainListsAreSets() {
    assertThat(lists(List.of("a", "b"), List.of("b", "a"))).isEmpty();
    assertThat(lists(List.of("a"), List.of("b")))
        .containsExactly(new Difference("list", List.of("a"), List.of("b")));
    assertThat(lists(List.of("a"), List.of("a", "a")))
        .containsExactly(new Difference("list", List.of("a"), List.of("a", "a")));
  }

  @Test
  void namedThingsAreComparedByName() {
    assertThat(
            lists(
                List.of(Map.of("name", "a", "x", 1L), Map.of("name", "b", "x", 1L)),
                List.of(Map.of("name", "b", "x", 2L), Map.of("name", "a", "x", 1L))))
        .containsExactly(new Difference("list[b].x", 1L, 2L));
    assertThat(lists(List.of(Map.of("key", "a", "x", 1L)), List.of()))
        .containsExactly(new Difference("list[a]", Map.of("key", "a", "x", 1L), null));
  }

  @Test
  void aListThatComesOrGoesDiffersInEachThingInIt() {
    Object thing = Map.of("name", "a", "x", 1L);
    var none = Map.<String, Object>of();
    var one = Map.<String, Object>of("list", List.of(thing));

    assertThat(Difference.between(none, one))
        .containsExactly(new Difference("list[a]", null, thing));
    assertThat(Difference.between(one, none))
        .containsExactly(new Difference("list[a]", thing, null));
    assertThat(Difference.between(none, Map.of("list", List.of())))
        .containsExactly(new Difference("list", null, List.of()));
    assertThat(Difference.between(Map.of("list", List.of()), none))
        .containsExactly(new Difference("list", List.of(), null));
  }

  @Test
  void otherThingsAreComparedByPlaceOrAsAWhole() {
    assertThat(
            lists(
                List.of(Map.of("x", 1L), Map.of("x", 2L)),
                List.of(Map.of("x", 1L), Map.of("x", 3L))))
        .containsExactly(new Difference("list[1].x", 2L, 3L));
    assertThat(lists(List.of(Map.of("x", 1L)), List.of(Map.of("x", 1L), Map.of("x", 2L))))
        .containsExactly(
            new Difference(
                "list", List.of(Map.of("x", 1L)), List.of(Map.of("x", 1L), Map.of("x", 2L))));
    assertThat(
            lists(
                List.of(Map.of("name", "a", "x", 1L), Map.of("name", "a", "x", 2L)),
                List.of(Map.of("name", "a", "x", 1L), Map.of("name", "a", "x", 3L))))
        .containsExactly(new Difference("list[1].x", 2L, 3L));
  }
}
