package dev.mainstay.disruption;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as people may see them: short, and no secrets. */
final class Shown {
  private static final int LONGEST = 80;
  private static final int SIGNIFICANT_DIGITS = 15;
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
    return value instanceof Double number ? decimal(number) : Objects.toString(value);
  }

  /** Without exponent, and without the noise of binary fractions: 720.8, not 720.8000000000001. */
  private static String decimal(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    return BigDecimal.valueOf(number)
        .round(new MathContext(SIGNIFICANT_DIGITS))
        .stripTrailingZeros()
        .toPlainString();
  }
}
