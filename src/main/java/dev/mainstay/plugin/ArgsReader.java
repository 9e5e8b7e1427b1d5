package dev.mainstay.plugin;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.SectionReader;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.annotation.Nonnull;

/**
 * Fills args from the inputs of a program in another language, as strictly as from a configuration
 * file.
 *
 * <p>It replaces the SDK's reader, which supports no maps and no lists of outputs, and reads
 * unknown values of a preview as null.
 */
final class ArgsReader {
  private final SectionReader reader = new SectionReader();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, PropertyValue> inputs;

  ArgsReader(Map<String, PropertyValue> inputs) {
    this.inputs = inputs;
  }

  /** All inputs of an args class, in the order of declaration. */
  static Map<String, Field> inputsOf(Class<?> argsClass) {
    var fields = new LinkedHashMap<String, Field>();
    for (Field field : argsClass.getDeclaredFields()) {
      if (field.isAnnotationPresent(Import.class)) {
        fields.put(field.getName(), field);
      }
    }
    return fields;
  }

  /** The type of an input, without its {@code Output}. */
  static Type valueType(Field field) {
    return isOutput(field)
        ? ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0]
        : field.getGenericType();
  }

  static boolean isOutput(Field field) {
    return field.getType() == Output.class;
  }

  /** Sets the inputs and returns the problems. */
  List<Problem> fill(ResourceArgs args) {
    var fields = inputsOf(args.getClass());
    fields.forEach((name, field) -> fill(args, name, field));
    var unknown = new TreeSet<>(inputs.keySet());
    unknown.removeAll(fields.keySet());
    problems.addAll(reader.problems());
    unknown.forEach(name -> problems.add(Problem.unknown(name, name, fields.keySet())));
    return problems;
  }

  private void fill(ResourceArgs args, String name, Field field) {
    var given = Given.of(inputs.getOrDefault(name, PropertyValue.NULL));
    if (given.isAbsent()) {
      if (field.isAnnotationPresent(Nonnull.class)) {
        problems.add(Problem.missing(name, words(valueType(field))));
      }
    } else if (isOutput(field)) {
      var value = given.known() ? convert(name, given, field) : null;
      set(args, field, given.output(value));
    } else if (!given.known()) {
      problems.add(
          new Problem(
              name, "is unknown during preview; allowed: a value that is known before the update"));
    } else if (given.secret()) {
      problems.add(new Problem(name, "is a secret; allowed: a value that is not secret"));
    } else {
      var value = convert(name, given, field);
      if (value != null) {
        set(args, field, value);
      }
    }
  }

  private Object convert(String name, Given given, Field field) {
    return reader.convert(name, given.value(), valueType(field)).orElse(null);
  }

  private static String words(Type type) {
    if (type instanceof ParameterizedType) {
      return "a list";
    }
    return type == Integer.class ? "a whole number" : "a string";
  }

  private static void set(ResourceArgs args, Field field, Object value) {
    try {
      field.setAccessible(true);
      field.set(args, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " cannot be set", e);
    }
  }
}
