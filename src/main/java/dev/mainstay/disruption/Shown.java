package dev.mainstay.disruption;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as people may see them: short, and no secrets. */
final class Shown {
  private static final int LONGEST = 80;
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(password|secretString|secretBinary|authToken|privateKey).*");
  private static final String PARAMETER = "aws:ssm/parameter:Parameter";

  private Shown() {}

  static String text(String type, String path, Object value) {
    if (value == null) {
      return "";
    }
    if (SECRET.matcher(path).matches() || (type.equals(PARAMETER) && path.equals("value"))) {
      return "(hidden)";
    }
    String text = plain(value);
    // The hash tells two long values apart.
    return text.length() <= LONGEST
        ? text
        : "(%d characters, %08x)".formatted(text.length(), text.hashCode());
  }

  private static String plain(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Shown::plain).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> map) {
      var sorted = new TreeMap<String, String>();
      map.forEach(
          (key, entry) ->
              sorted.put(
                  key.toString(),
                  SECRET.matcher(key.toString()).matches() ? "(hidden)" : plain(entry)));
      return sorted.toString();
    }
    return Objects.toString(value);
  }
}
