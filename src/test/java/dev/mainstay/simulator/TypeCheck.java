package dev.mainstay.simulator;

import dev.mainstay.simulator.PropertyType.ListOf;
import dev.mainstay.simulator.PropertyType.MapOf;
import dev.mainstay.simulator.PropertyType.Nested;
import dev.mainstay.simulator.PropertyType.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds inputs against the definition of their type: names, required ones, kinds of value. */
final class TypeCheck {
  private final List<Failure> failures = new ArrayList<>();

  private TypeCheck() {}

  /** What is wrong, and where. */
  record Failure(String property, String reason) {}

  static List<Failure> failures(ResourceType type, Map<String, Object> inputs) {
    var check = new TypeCheck();
    check.properties("", type.inputs(), inputs);
    return check.failures;
  }

  private void properties(
      String path, Map<String, Property> definitions, Map<String, Object> values) {
    values.forEach(
        (name, value) -> {
          var definition = definitions.get(name);
          if (definition != null) {
            value(path + name, definition.type(), value);
          } else if (!name.startsWith("__")) {
            failures.add(new Failure(path + name, "there is no such property"));
          }
        });
    definitions.forEach(
        (name, definition) -> {
          if (definition.required() && values.get(name) == null) {
            failures.add(new Failure(path + name, "is required"));
          }
        });
  }

  private void value(String path, PropertyType type, Object value) {
    if (value instanceof Secret secret) {
      value(path, type, secret.value());
    } else if (value == null || value == Unknown.VALUE) {
      return;
    } else if (!type.admits(value)) {
      failures.add(new Failure(path, "must be " + type.words() + ", not " + shown(value)));
    } else {
      inside(path, type, value);
    }
  }

  private void inside(String path, PropertyType type, Object value) {
    if (type instanceof ListOf list) {
      var items = (List<?>) value;
      for (int i = 0; i < items.size(); i++) {
        value(path + "[" + i + "]", list.item(), items.get(i));
      }
    } else if (type instanceof MapOf map) {
      Trees.asMap(value).forEach((key, item) -> value(path + "." + key, map.value(), item));
    } else if (type instanceof Nested nested) {
      properties(path + ".", nested.properties().get(), Trees.asMap(value));
    }
  }

  private static String shown(Object value) {
    return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
  }
}
