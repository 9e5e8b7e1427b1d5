package dev.mainstay.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the candidate that a misspelt value most likely means. */
public final class Nearest {
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private Nearest() {}

  /** The candidate closest to {@code given}; empty if more than a third of its letters differ. */
  public static Optional<String> to(String given, Collection<String> candidates) {
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(given, candidate)))
        .filter(candidate -> distance(given, candidate) <= Math.max(2, given.length() / 3));
  }

  private static int distance(String left, String right) {
    return DISTANCE.apply(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT));
  }
}
