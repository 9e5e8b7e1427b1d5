package dev.mainstay.resilience.network;

import java.util.Collection;
import java.util.EnumSet;

/** Whether traffic passes, from best to worst. */
public enum Passage {
  OPEN,
  /** Between some of the places that the ends may be in, and not between others. */
  PARTIAL,
  UNKNOWN,
  CUT;

  /** Of two steps that traffic takes one after the other. */
  public Passage and(Passage other) {
    return compareTo(other) < 0 ? other : this;
  }

  /** Of rules any of which lets traffic pass; without rules it does not pass. */
  static Passage any(Collection<Passage> rules) {
    return rules.stream().min(Passage::compareTo).orElse(CUT);
  }

  /** Of all places that the ends may be in. */
  static Passage over(Collection<Passage> places) {
    if (places.isEmpty() || places.contains(UNKNOWN)) {
      return UNKNOWN;
    }
    EnumSet<Passage> seen = EnumSet.copyOf(places);
    return seen.size() == 1 ? seen.iterator().next() : PARTIAL;
  }
}
