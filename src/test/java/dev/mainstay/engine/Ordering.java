package dev.mainstay.engine;

import dev.mainstay.engine.State.Entry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What comes before what, over the dependencies that the engine recorded. */
final class Ordering {
  private final Map<String, Entry> byUrn;
  private final ToIntFunction<Entry> seconds;
  private final Map<String, Chain> longest = new HashMap<>();

  /** Resources one after another, and how long that takes. */
  record Chain(int seconds, List<Entry> members) {
    /** One member a line, with what it adds. */
    String lines(ToIntFunction<Entry> weight) {
      return members.stream()
          .filter(member -> weight.applyAsInt(member) > 0 || member.equals(members.get(0)))
          .map(
              member ->
                  "  %5d s  %s %s"
                      .formatted(weight.applyAsInt(member), member.type(), member.name()))
          .collect(Collectors.joining("\n"));
    }
  }

  Ordering(State state, ToIntFunction<Entry> seconds) {
    this.byUrn = state.resources().stream().collect(Collectors.toMap(Entry::urn, it -> it));
    this.seconds = seconds;
  }

  /** The chain that an up takes at least, whatever runs beside it. */
  Chain longestChain() {
    return byUrn.values().stream()
        .map(this::chainTo)
        .max(Comparator.comparingInt(Chain::seconds))
        .orElseThrow();
  }

  /** The slowest way to a resource, itself included. */
  Chain chainTo(Entry entry) {
    var known = longest.get(entry.urn());
    if (known != null) {
      return known;
    }
    var before =
        entry.waitsFor().stream()
            .filter(byUrn::containsKey)
            .map(urn -> chainTo(byUrn.get(urn)))
            .max(Comparator.comparingInt(Chain::seconds))
            .orElse(new Chain(0, List.of()));
    var members = new java.util.ArrayList<>(before.members());
    members.add(entry);
    var chain = new Chain(before.seconds() + seconds.applyAsInt(entry), members);
    longest.put(entry.urn(), chain);
    return chain;
  }

  /** Everything that must be there before a resource is begun. */
  Set<Entry> before(Entry entry) {
    var found = new LinkedHashSet<Entry>();
    collect(entry, found);
    return found;
  }

  private void collect(Entry entry, Set<Entry> found) {
    for (var urn : entry.waitsFor()) {
      var dependency = byUrn.get(urn);
      if (dependency != null && found.add(dependency)) {
        collect(dependency, found);
      }
    }
  }
}
