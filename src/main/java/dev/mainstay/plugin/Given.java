package dev.mainstay.plugin;

import com.google.common.collect.ImmutableSet;
import com.pulumi.core.Output;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.resources.DependencyResource;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One input of a program: a plain value, and whether it is known and secret. */
final class Given {
  private final Set<String> dependencies = new TreeSet<>();
  private boolean known = true;
  private boolean secret;
  private final Object value;

  private Given(PropertyValue given) {
    value = read(given);
  }

  static Given of(PropertyValue given) {
    return new Given(given);
  }

  boolean isAbsent() {
    return known && value == null;
  }

  /** Whether the whole value is known; in a preview the outputs of new resources are not. */
  boolean known() {
    return known;
  }

  /** Whether any part of the value is a secret. */
  boolean secret() {
    return secret;
  }

  /** The value as in a configuration file. */
  Object value() {
    return value;
  }

  /** {@code converted} as an output, with the same dependencies and secrecy. */
  Output<?> output(Object converted) {
    var resources =
        dependencies.stream()
            .<Resource>map(DependencyResource::new)
            .collect(ImmutableSet.toImmutableSet());
    return new OutputInternal<>(OutputData.ofNullable(resources, converted, known, secret));
  }

  private Object read(PropertyValue given) {
    return switch (given.getType()) {
      case NULL -> null;
      case BOOL -> given.getBooleanValue();
      case NUMBER -> number(given.getNumberValue());
      case STRING -> given.getStringValue();
      case ARRAY -> list(given.getArrayValue());
      case OBJECT -> map(given.getObjectValue());
      case SECRET -> {
        secret = true;
        yield read(given.getSecretValue());
      }
      case OUTPUT -> output(given.getOutputValue());
      case COMPUTED -> unknown();
      case ASSET, ARCHIVE, RESOURCE -> given.getType().name().toLowerCase(Locale.ROOT);
    };
  }

  private Object output(PropertyValue.OutputReference output) {
    dependencies.addAll(output.getDependencies());
    return output.getValue() == null ? unknown() : read(output.getValue());
  }

  private Object unknown() {
    known = false;
    return null;
  }

  /** The protocol has one kind of number, configuration files have two. */
  private static Object number(double number) {
    return number == Math.rint(number) ? (Object) (long) number : (Object) number;
  }

  private List<Object> list(List<PropertyValue> items) {
    var list = new ArrayList<Object>();
    items.forEach(item -> list.add(read(item)));
    return list;
  }

  private Map<String, Object> map(Map<String, PropertyValue> entries) {
    var map = new TreeMap<String, Object>();
    entries.forEach((key, entry) -> map.put(key, read(entry)));
    return map;
  }
}
