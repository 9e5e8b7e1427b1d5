package dev.mainstay.stack;

import dev.mainstay.config.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The top-level keys of a stack's configuration.
 *
 * @param known every key, in the order in which problems are reported
 */
record TopLevelKeys(List<String> known) {

  /** A problem for each key of the program's own namespace that it does not know. */
  List<Problem> unknown(Map<String, Object> values) {
    List<String> own = known.stream().filter(TopLevelKeys::isOwn).toList();
    return values.keySet().stream()
        .filter(key -> isOwn(key) && !own.contains(key))
        .map(key -> Problem.unknown(key, key, own))
        .toList();
  }

  List<Problem> sort(Collection<Problem> problems) {
    return problems.stream()
        .sorted(Comparator.comparingInt(problem -> known.indexOf(topLevel(problem.key()))))
        .toList();
  }

  private static boolean isOwn(String key) {
    return key.startsWith(Sections.NAMESPACE);
  }

  private static String topLevel(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }
}
