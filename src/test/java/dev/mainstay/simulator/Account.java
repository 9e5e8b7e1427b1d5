package dev.mainstay.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that exists in one simulated account. */
public final class Account {
  public static final String NUMBER = "123456789012";

  private final Map<String, LiveResource> live = new LinkedHashMap<>();
  private final List<LiveResource> keysPendingDeletion = new ArrayList<>();
  private final PendingChanges pendingChanges = new PendingChanges();

  /** Puts something there that no program made: a hosted zone, an image. */
  public synchronized void seed(String type, String id, Map<String, Object> properties) {
    put(new LiveResource(type, id, "", Map.of(), properties));
  }

  /** What waits for the maintenance window. */
  PendingChanges pendingChanges() {
    return pendingChanges;
  }

  /** Lets AWS do what waits for the maintenance window. */
  public synchronized void openMaintenanceWindow() {
    pendingChanges.apply();
  }

  /** The value of an input that a resource works with until its maintenance window. */
  public synchronized Object inUse(LiveResource resource, String input) {
    var waiting = pendingChanges.inUse(resource.id(), input);
    return waiting == null ? resource.get(input) : waiting;
  }

  synchronized void put(LiveResource resource) {
    live.put(key(resource.type(), resource.id()), resource);
  }

  synchronized void remove(LiveResource resource) {
    live.remove(key(resource.type(), resource.id()));
    if (resource.type().equals("aws:kms/key:Key")) {
      keysPendingDeletion.add(resource);
    }
  }

  public synchronized Optional<LiveResource> find(String type, String id) {
    return Optional.ofNullable(live.get(key(type, id)));
  }

  /** All of a type, whoever made them. */
  public synchronized List<LiveResource> all(String type) {
    return live.values().stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /** What programs made and has not been deleted, in the order of its making. */
  public synchronized List<LiveResource> made() {
    return live.values().stream().filter(resource -> !resource.urn().isEmpty()).toList();
  }

  synchronized List<LiveResource> everything() {
    return List.copyOf(live.values());
  }

  public synchronized List<LiveResource> keysPendingDeletion() {
    return List.copyOf(keysPendingDeletion);
  }

  /** The one resource of this logical name and type. */
  public LiveResource named(String type, String name) {
    return made().stream()
        .filter(resource -> resource.type().equals(type) && resource.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no live " + type + " called " + name));
  }

  private static String key(String type, String id) {
    return type + " " + id;
  }
}
