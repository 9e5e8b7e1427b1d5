package dev.mainstay.config;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills an args object from a section of the configuration, strictly. It reports every unknown key
 * and every value of the wrong type, and converts nothing.
 */
public final class SectionReader {
  private final List<Problem> problems = new ArrayList<>();

  /** The problems of everything read so far. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Fills {@code target} from {@code value}, the content of the section called {@code path}. */
  public <A extends ResourceArgs> A read(String path, Object value, A target) {
    Map<String, Field> fields = shapeOf(target.getClass());
    mapAt(path, value)
        .forEach(
            (key, given) -> {
              String at = path + "." + key;
              Field field = fields.get(key);
              if (field == null) {
                problems.add(Problem.unknown(at, key, fields.keySet()));
              } else {
                convert(at, given, field.getGenericType()).ifPresent(v -> set(field, target, v));
              }
            });
    return target;
  }

  /** The entries of a section with user-defined keys, such as tags. */
  public Map<String, String> readStrings(String path, Object value) {
    var result = new LinkedHashMap<String, String>();
    mapAt(path, value)
        .forEach(
            (key, given) ->
                scalar(path + "." + key, given).ifPresent(text -> result.put(key, text)));
    return result;
  }

  /** A list of strings at {@code path}; empty if there is none. */
  public List<String> readList(String path, Object value) {
    return value == null
        ? List.of()
        : list(path, value, String.class).stream().map(String.class::cast).toList();
  }

  /** The keys of an args class's section: its public inputs, in the order of declaration. */
  public static Map<String, Field> shapeOf(Class<?> argsClass) {
    var fields = new LinkedHashMap<String, Field>();
    for (Field field : argsClass.getDeclaredFields()) {
      if (field.isAnnotationPresent(Import.class) && Modifier.isPublic(field.getModifiers())) {
        fields.put(field.getName(), field);
      }
    }
    return fields;
  }

  private Map<String, Object> mapAt(String path, Object value) {
    var entries = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
    } else if (value != null) {
      problems.add(Problem.notAllowed(path, value, "a map of keys and values"));
    }
    return entries;
  }

  /** The value at {@code at} as {@code type}; empty, with a problem, if it has another type. */
  public Optional<Object> convert(String at, Object given, Type type) {
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      return Optional.of(
          generic.getRawType() == Map.class ? readStrings(at, given) : list(at, given, element));
    }
    if (ResourceArgs.class.isAssignableFrom((Class<?>) type)) {
      return Optional.of(read(at, given, create((Class<?>) type)));
    }
    return plain(at, given, (Class<?>) type);
  }

  private Optional<Object> plain(String at, Object given, Class<?> type) {
    Object value = given;
    if (type == Integer.class && given instanceof Long number && number.intValue() == number) {
      value = number.intValue();
    } else if (type == Double.class && given instanceof Number number) {
      value = number.doubleValue();
    }
    if (type.isInstance(value)) {
      return Optional.of(value);
    }
    problems.add(Problem.notAllowed(at, given, allowed(type, given)));
    return Optional.empty();
  }

  private static String allowed(Class<?> type, Object given) {
    if (type == Boolean.class) {
      return "true or false, without quotes";
    }
    if (type == Integer.class) {
      return "a whole number, without quotes";
    }
    if (type == Double.class) {
      return "a number, without quotes";
    }
    return given instanceof Number || given instanceof Boolean
        ? "a string; put it in quotes: \"" + given + '"'
        : "a string";
  }

  private List<Object> list(String at, Object given, Type element) {
    var result = new ArrayList<Object>();
    if (given instanceof List<?> items) {
      for (int index = 0; index < items.size(); index++) {
        convert("%s[%d]".formatted(at, index), items.get(index), element).ifPresent(result::add);
      }
    } else {
      problems.add(Problem.notAllowed(at, given, "a list"));
    }
    return result;
  }

  private Optional<String> scalar(String at, Object given) {
    if (given instanceof String || given instanceof Number || given instanceof Boolean) {
      return Optional.of(given.toString());
    }
    problems.add(Problem.notAllowed(at, given, "a string, a number, true or false"));
    return Optional.empty();
  }

  private static ResourceArgs create(Class<?> type) {
    try {
      return (ResourceArgs) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " needs a public constructor without parameters", e);
    }
  }

  private static void set(Field field, Object target, Object value) {
    try {
      field.set(target, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " cannot be set", e);
    }
  }
}
