package dev.mainstay.disruption;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A place where two versions of a resource's inputs differ.
 *
 * @param path such as {@code healthCheck.path} or {@code parameters[work_mem].value}
 * @param from null if there was none
 * @param to null if there is none
 */
record Difference(String path, Object from, Object to) {
  private static final String REPLACEMENT_OF = "the replacement of ";

  /** A reference to {@code name}, which is replaced and so gets another id. */
  static Difference following(String path, String name) {
    return new Difference(path, name, REPLACEMENT_OF + name);
  }

  boolean isFollowing() {
    return to instanceof String text && text.equals(REPLACEMENT_OF + from);
  }

  /** {@code a[b].c} as {@code a.c}. */
  static String withoutIndexes(String path) {
    return path.replaceAll("\\[[^\\]]*\\]", "");
  }

  /** Whether both values are, so that one may be called more or newer than the other. */
  boolean isBetweenValues() {
    return from != null && to != null;
  }

  static List<Difference> between(Map<String, Object> before, Map<String, Object> after) {
    var found = new ArrayList<Difference>();
    maps("", ".", "", before, after, found);
    return found;
  }

  private static void values(String path, Object from, Object to, List<Difference> found) {
    if (from instanceof Map<?, ?> before && to instanceof Map<?, ?> after) {
      maps(path, ".", "", before, after, found);
    } else if (from instanceof List<?> before && to instanceof List<?> after) {
      lists(path, before, after, found);
    } else if (from == null && to instanceof List<?> after && !after.isEmpty()) {
      lists(path, List.of(), after, found);
    } else if (from instanceof List<?> before && to == null && !before.isEmpty()) {
      lists(path, before, List.of(), found);
    } else if (!Objects.toString(from).equals(Objects.toString(to))) {
      found.add(new Difference(path, from, to));
    }
  }

  private static void maps(
      String path,
      String open,
      String close,
      Map<?, ?> before,
      Map<?, ?> after,
      List<Difference> found) {
    var keys = new TreeSet<String>();
    before.keySet().forEach(key -> keys.add(key.toString()));
    after.keySet().forEach(key -> keys.add(key.toString()));
    for (String key : keys) {
      String step = path.isEmpty() ? key : path + open + key + close;
      values(step, before.get(key), after.get(key), found);
    }
  }

  /**
   * Lists of named things are compared by name, and lists of plain values as sets: their order
   * means nothing to AWS.
   */
  private static void lists(String path, List<?> before, List<?> after, List<Difference> found) {
    for (String key : List.of("name", "key")) {
      if (areNamed(before, key) && areNamed(after, key)) {
        maps(path, "[", "]", byName(before, key), byName(after, key), found);
        return;
      }
    }
    if (before.size() == after.size() && before.stream().allMatch(Map.class::isInstance)) {
      for (int index = 0; index < before.size(); index++) {
        values("%s[%d]".formatted(path, index), before.get(index), after.get(index), found);
      }
    } else if (!sorted(before).equals(sorted(after))) {
      found.add(new Difference(path, before, after));
    }
  }

  /** Whether every element has a name, which no other has. */
  private static boolean areNamed(List<?> list, String key) {
    return list.stream().flatMap(element -> name(element, key).stream()).distinct().count()
        == list.size();
  }

  private static Map<String, Object> byName(List<?> list, String key) {
    return list.stream()
        .collect(
            Collectors.toMap(element -> name(element, key).orElseThrow(), Function.identity()));
  }

  private static Optional<String> name(Object element, String key) {
    return element instanceof Map<?, ?> map
        ? Optional.ofNullable(map.get(key)).map(Object::toString)
        : Optional.empty();
  }

  private static List<String> sorted(List<?> list) {
    return list.stream().map(Objects::toString).sorted().toList();
  }
}
