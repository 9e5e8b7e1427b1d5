package dev.mainstay.simulator;

import java.util.List;
import java.util.Map;

/**
 * A resource about to be made or changed, without secret marks: what AWS is asked for.
 *
 * @param id empty for one to be made
 */
record Proposal(String type, String name, String id, Map<String, Object> inputs, Place place) {

  boolean isNew() {
    return id.isEmpty();
  }

  boolean has(String property) {
    return inputs.get(property) != null;
  }

  Object get(String property) {
    return inputs.get(property);
  }

  String text(String property) {
    return written(inputs.get(property));
  }

  /** Whole numbers lose the fraction that the wire format gives them. */
  static String written(Object value) {
    if (value instanceof Double number && number == Math.rint(number)) {
      return String.valueOf(number.longValue());
    }
    return value == null ? "" : value.toString();
  }

  boolean flag(String property) {
    return Boolean.TRUE.equals(inputs.get(property));
  }

  int number(String property, int otherwise) {
    return inputs.get(property) instanceof Double number ? number.intValue() : otherwise;
  }

  List<String> texts(String property) {
    return inputs.get(property) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** The objects of a list, or the one object that stands alone. */
  List<Map<String, Object>> objects(String property) {
    var value = inputs.get(property);
    if (value instanceof List<?> list) {
      return list.stream().map(Trees::asMap).toList();
    }
    return value instanceof Map<?, ?> map ? List.of(Trees.asMap(map)) : List.of();
  }
}
