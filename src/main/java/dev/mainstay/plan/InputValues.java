package dev.mainstay.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Inputs as the SDK hands them over, where every number is a double, as plain sorted values. */
final class InputValues {
  private InputValues() {}

  static Map<String, Object> plain(Map<String, Object> inputs) {
    var result = new TreeMap<String, Object>();
    inputs.forEach((key, value) -> result.put(key, plain(value)));
    return result;
  }

  /** The same value with numbers as the SDK takes them. */
  static Object asOfSdk(Object value) {
    if (value instanceof Long number) {
      return number.doubleValue();
    }
    if (value instanceof Map<?, ?> map) {
      var result = new TreeMap<String, Object>();
      map.forEach((key, entry) -> result.put(key.toString(), asOfSdk(entry)));
      return result;
    }
    return value instanceof List<?> list ? list.stream().map(InputValues::asOfSdk).toList() : value;
  }

  private static Object plain(Object value) {
    if (value instanceof Double number && number == Math.rint(number)) {
      return number.longValue();
    }
    if (value instanceof Map<?, ?> map) {
      var result = new TreeMap<String, Object>();
      map.forEach((key, entry) -> result.put(key.toString(), plain(entry)));
      return result;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(InputValues::plain).toList();
    }
    if (value instanceof java.util.Optional<?> optional) {
      return optional.map(InputValues::plain).orElse(null);
    }
    return value;
  }
}
