package dev.mainstay.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The simulator without an engine: what a program asks for, step by step. */
final class Sandbox {
  private final Account account = new Account();
  private final Journal journal = new Journal();
  private final Faults faults = new Faults();
  private final SimulatedProvider provider = new SimulatedProvider(account, journal, faults);

  Sandbox() {
    provider.region("eu-central-1");
  }

  Account account() {
    return account;
  }

  Journal journal() {
    return journal;
  }

  Faults faults() {
    return faults;
  }

  /** Checks and creates, as the engine does; pairs of name and value make the inputs. */
  LiveResource make(String type, String name, Object... inputs) {
    return make(type, name, pairs(inputs));
  }

  LiveResource make(String type, String name, Map<String, Object> inputs) {
    return provider.create(urn(type, name), checked(type, name, Map.of(), inputs));
  }

  LiveResource change(LiveResource resource, Object... inputs) {
    var type = resource.type();
    var news = checked(type, resource.name(), resource.inputs(), pairs(inputs));
    return provider.update(resource.urn(), resource.id(), news);
  }

  Differences.Difference difference(LiveResource resource, Object... inputs) {
    var news = checked(resource.type(), resource.name(), resource.inputs(), pairs(inputs));
    return provider.diff(resource.urn(), resource.inputs(), news);
  }

  void delete(LiveResource resource) {
    provider.delete(resource.urn(), resource.id());
  }

  static Map<String, Object> pairs(Object... namesAndValues) {
    var pairs = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.put((String) namesAndValues[i], wired(namesAndValues[i + 1]));
    }
    return pairs;
  }

  /** The wire knows only one kind of number. */
  private static Object wired(Object value) {
    return Trees.map(value, leaf -> leaf instanceof Integer number ? number.doubleValue() : leaf);
  }

  private Map<String, Object> checked(
      String type, String name, Map<String, Object> olds, Map<String, Object> news) {
    var checked = provider.check(urn(type, name), olds, news, "seed");
    if (!checked.failures().isEmpty()) {
      throw new Refused(
          checked.failures().stream()
              .map(failure -> failure.property() + ": " + failure.reason())
              .collect(Collectors.joining("; ")));
    }
    return checked.inputs();
  }

  private static String urn(String type, String name) {
    return "urn:pulumi:test::sandbox::" + type + "::" + name;
  }
}
