package dev.mainstay.engine;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the engine remembers of a stack. */
record State(List<Entry> resources, List<Entry> pending) {
  private static final Gson GSON = new Gson();

  /** A resource, and what the engine waited for before it. */
  record Entry(
      String urn,
      String type,
      String id,
      boolean custom,
      String parent,
      List<String> dependencies,
      Map<String, List<String>> propertyDependencies,
      Map<String, Object> inputs) {

    String name() {
      return urn.substring(urn.lastIndexOf("::") + 2);
    }

    /** Every resource that had to be there first. */
    Set<String> waitsFor() {
      var before = new LinkedHashSet<String>();
      before.addAll(Objects.requireNonNullElse(dependencies, List.of()));
      Objects.requireNonNullElse(propertyDependencies, Map.<String, List<String>>of())
          .values()
          .stream()
          .filter(Objects::nonNull)
          .forEach(before::addAll);
      return before;
    }
  }

  static State read(String json) {
    var deployment =
        JsonParser.parseString(json)
            .getAsJsonObject()
            .getAsJsonObject("checkpoint")
            .getAsJsonObject("latest");
    var resources = new ArrayList<Entry>();
    var pending = new ArrayList<Entry>();
    if (deployment != null && deployment.has("resources")) {
      deployment
          .getAsJsonArray("resources")
          .forEach(it -> resources.add(GSON.fromJson(it, Entry.class)));
    }
    if (deployment != null && deployment.has("pending_operations")) {
      deployment
          .getAsJsonArray("pending_operations")
          .forEach(
              it -> pending.add(GSON.fromJson(it.getAsJsonObject().get("resource"), Entry.class)));
    }
    return new State(resources, pending);
  }

  /** Resources at AWS: no components, no providers. */
  List<Entry> atAws() {
    return resources.stream().filter(it -> it.custom() && it.type().startsWith("aws:")).toList();
  }
}
