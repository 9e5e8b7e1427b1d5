package dev.mainstay.config;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The reasons that a stack states for its relaxations. Every relaxation requires a reason, and
 * every reason requires a relaxation. The list is therefore complete and current.
 */
public final class Waivers {
  public static final String SECTION = "mainstay:waivers";

  private Waivers() {}

  /** The relaxations without a reason, and the reasons without a relaxation. */
  public static List<Problem> problems(
      List<Relaxation> relaxations,
      Map<String, String> reasons,
      List<String> knownKeys,
      LocalDate today) {
    var found = new ArrayList<Problem>();
    for (Relaxation relaxation : relaxations) {
      if (!reasons.containsKey(relaxation.key())) {
        found.add(
            new Problem(
                SECTION,
                "requires a reason for %s (%s); add%n      %s: <why>"
                    .formatted(relaxation.key(), relaxation.effect(), relaxation.key())));
      }
    }
    List<String> relaxed = relaxations.stream().map(Relaxation::key).toList();
    reasons.forEach(
        (key, reason) -> reasonProblem(key, reason, relaxed, knownKeys, today).forEach(found::add));
    return found;
  }

  private static Stream<Problem> reasonProblem(
      String key, String reason, List<String> relaxed, List<String> knownKeys, LocalDate today) {
    String at = SECTION + "." + key;
    if (!knownKeys.contains(key)) {
      return Stream.of(unknown(at, key, knownKeys));
    }
    var waiver = Waiver.parse(reason);
    if (waiver.isEmpty()) {
      return Stream.of(
          Problem.notAllowed(at, reason, "a reason, or \"until YYYY-MM-DD: a reason\""));
    }
    if (!relaxed.contains(key)) {
      return Stream.of(new Problem(at, "has no effect: " + key + " is not relaxed; remove it"));
    }
    return waiver.get().expired(today).stream()
        .map(
            until ->
                new Problem(
                    at,
                    "expired on %s; allowed: a later date, or the default of %s"
                        .formatted(until, key)));
  }

  private static Problem unknown(String at, String key, List<String> knownKeys) {
    return new Problem(
        at,
        Nearest.to(key, knownKeys)
            .map("is not a configuration key; did you mean %s?"::formatted)
            .orElse("is not a configuration key; allowed: a key such as database.multiAz"));
  }
}
