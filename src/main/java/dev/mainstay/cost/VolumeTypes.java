package dev.mainstay.cost;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Inputs in which each volume of gp2 is one of gp3. */
final class VolumeTypes {
  private static final List<String> KEYS = List.of("volumeType", "type", "storageType");

  private VolumeTypes() {}

  static Map<String, Object> replaced(Map<String, Object> inputs) {
    var changed = new TreeMap<String, Object>();
    inputs.forEach((key, value) -> changed.put(key, replaced(key, value)));
    return changed;
  }

  private static Object replaced(String key, Object value) {
    if (KEYS.contains(key) && "gp2".equals(value)) {
      return "gp3";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> replaced("", element)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      var changed = new TreeMap<String, Object>();
      map.forEach((name, of) -> changed.put(name.toString(), replaced(name.toString(), of)));
      return changed;
    }
    return value;
  }
}
