package dev.mainstay.disruption;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Two versions of an IAM policy document. */
final class PolicyDifference {
  private PolicyDifference() {}

  /** Whether every old statement stays as it is, and every new one allows something. */
  static boolean onlyAllowsMore(Difference difference) {
    Optional<Set<JsonElement>> before = statements(difference.from());
    Optional<Set<JsonElement>> after = statements(difference.to());
    return before.isPresent()
        && after.isPresent()
        && after.get().containsAll(before.get())
        && after.get().stream()
            .filter(statement -> !before.get().contains(statement))
            .allMatch(PolicyDifference::allows);
  }

  private static boolean allows(JsonElement statement) {
    return statement instanceof JsonObject object
        && object.has("Effect")
        && object.get("Effect").getAsString().equals("Allow");
  }

  private static Optional<Set<JsonElement>> statements(Object text) {
    if (text instanceof Map<?, ?>) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonParser.parseString(Objects.toString(text)))
          .filter(JsonElement::isJsonObject)
          .map(root -> root.getAsJsonObject().get("Statement"))
          .map(PolicyDifference::elements);
    } catch (JsonParseException notAPolicy) {
      return Optional.empty();
    }
  }

  /** A statement may stand by itself, without a list. */
  private static Set<JsonElement> elements(JsonElement statements) {
    return statements instanceof JsonArray list
        ? StreamSupport.stream(list.spliterator(), false)
            .collect(Collectors.toMap(Function.identity(), each -> true, (a, b) -> a))
            .keySet()
        : Set.of(statements);
  }
}
