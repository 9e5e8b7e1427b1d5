package dev.mainstay.report.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way of a request from the users to the data, and of data to its copies. */
final class Wires {
  private static final String REQUEST = "request";
  private static final String COPY = "copy";
  private static final int BEND = 8;

  private final Map<Part.Kind, List<Box>> boxes;
  private final Map<Part.Kind, List<Box>> primaries = new EnumMap<>(Part.Kind.class);
  private final Box users;
  private final int aside;
  private final List<Wire> wires = new ArrayList<>();

  Wires(Map<Part.Kind, List<Box>> boxes, List<Box> primaries, Box users, int aside) {
    this.boxes = boxes;
    Set<Box> first = Collections.newSetFromMap(new IdentityHashMap<>());
    first.addAll(primaries);
    boxes.forEach(
        (kind, all) -> this.primaries.put(kind, all.stream().filter(first::contains).toList()));
    this.users = users;
    this.aside = aside;
  }

  List<Wire> all() {
    List<Box> balancers = all(Part.Kind.LOAD_BALANCER);
    for (Box balancer : balancers) {
      wires.add(
          new Wire(
              REQUEST,
              "M%d %d V%d".formatted(balancer.centerX(), users.bottom(), balancer.y()),
              balancer.marks()));
    }
    for (Box servers : all(Part.Kind.SERVERS)) {
      for (Box balancer : balancers) {
        wires.add(below(balancer, servers));
      }
      toData(servers);
    }
    copies(all(Part.Kind.DATABASE));
    copies(all(Part.Kind.CACHE));
    return List.copyOf(wires);
  }

  /** Straight down to each group of servers, which may be narrower than what is above it. */
  private static Wire below(Box balancer, Box servers) {
    return new Wire(
        REQUEST,
        "M%d %d V%d".formatted(servers.wireX(), balancer.bottom(), servers.y()),
        servers.marks());
  }

  private void toData(Box servers) {
    boolean first = true;
    for (Part.Kind kind : List.of(Part.Kind.DATABASE, Part.Kind.CACHE)) {
      for (Box store : primaries.getOrDefault(kind, List.of())) {
        int bendY = servers.bottom() + BEND + 4;
        wires.add(
            first
                ? Wire.down(REQUEST, servers, bendY, store, servers.marks())
                : Wire.aside(
                    REQUEST, servers, bendY, store.x() - aside / 2, store, servers.marks()));
        first = false;
      }
    }
  }

  private void copies(List<Box> stores) {
    for (int index = 1; index < stores.size(); index++) {
      Box from = stores.get(index - 1);
      Box to = stores.get(index);
      if (from.y() == to.y()) {
        wires.add(Wire.across(COPY, from, to, to.marks()));
      }
    }
  }

  private List<Box> all(Part.Kind kind) {
    return boxes.getOrDefault(kind, List.of());
  }
}
