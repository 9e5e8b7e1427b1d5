package dev.mainstay.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Compares the inputs of two runs as the provider does. */
final class Differences {
  private final Autonames autonames;

  Differences(Autonames autonames) {
    this.autonames = autonames;
  }

  /** The properties that changed, and those of them that AWS cannot change in place. */
  record Difference(List<String> changed, List<String> replacing, boolean deleteFirst) {}

  Difference between(ResourceType type, Map<String, Object> olds, Map<String, Object> news) {
    var names = new TreeSet<>(olds.keySet());
    names.addAll(news.keySet());
    names.remove(Autonames.DEFAULTS);
    var changed = new ArrayList<String>();
    var replacing = new ArrayList<String>();
    for (var name : names) {
      if (!same(type, name, olds.get(name), news.get(name))) {
        changed.add(name);
        if (replaces(type, name, olds.get(name), news.get(name))) {
          replacing.add(name);
        }
      }
    }
    return new Difference(changed, replacing, !replacing.isEmpty() && nameIsKept(type, olds, news));
  }

  /** Two of the same explicit name cannot stand side by side, so the old one goes first. */
  private boolean nameIsKept(
      ResourceType type, Map<String, Object> olds, Map<String, Object> news) {
    return autonames
        .property(type)
        .filter(name -> news.containsKey(name) && !Autonames.isMadeUp(news, name))
        .filter(name -> same(type, name, olds.get(name), news.get(name)))
        .isPresent();
  }

  private static boolean same(ResourceType type, String path, Object old, Object now) {
    if (Unknown.isIn(now)) {
      return false;
    }
    return Objects.equals(comparable(type, path, old), comparable(type, path, now));
  }

  /** Without secret marks, and without the order of lists that are sets. */
  private static Object comparable(ResourceType type, String path, Object value) {
    var plain = Secret.reveal(value);
    if (plain instanceof List<?> list) {
      var items = list.stream().map(item -> comparable(type, path, item)).toList();
      return type.sets().contains(path) ? new HashSet<>(items) : items;
    }
    if (plain instanceof Map<?, ?> map) {
      var entries = new java.util.TreeMap<String, Object>();
      map.forEach(
          (key, item) -> entries.put((String) key, comparable(type, path + "." + key, item)));
      return entries;
    }
    return plain;
  }

  private static boolean replaces(ResourceType type, String name, Object old, Object now) {
    if (type.replaceOnChange().contains(name)) {
      return true;
    }
    return type.replaceOnChange().stream()
        .filter(path -> path.startsWith(name + "."))
        .map(path -> path.substring(name.length() + 1))
        .anyMatch(inner -> !inside(old, inner).equals(inside(now, inner)));
  }

  private static List<Object> inside(Object tree, String path) {
    return Trees.leaves(Secret.reveal(tree)).stream()
        .filter(leaf -> leaf.path().replace("[]", "").replaceFirst("^\\.", "").equals(path))
        .map(Trees.Leaf::value)
        .toList();
  }
}
