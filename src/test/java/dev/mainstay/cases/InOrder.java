package dev.mainstay.cases;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Reports without what two readers of one stack may say differently: the order of resources, which
 * the engine writes as it creates them, the types of the parents in a URN, and reasons: a deployed
 * stack does not give those, so that what is waived there fails.
 */
final class InOrder {
  private static final Pattern PARENTS = Pattern.compile("(urn:pulumi:.*?::.*?::).*\\$");

  private InOrder() {}

  static JsonElement of(JsonElement value) {
    if (value instanceof JsonArray array) {
      var sorted = new JsonArray();
      array.asList().stream()
          .map(InOrder::of)
          .sorted(Comparator.comparing(JsonElement::toString))
          .forEach(sorted::add);
      return sorted;
    }
    if (value instanceof JsonObject object) {
      var result = new JsonObject();
      object.entrySet().stream()
          .filter(each -> !each.getKey().equals("reason"))
          .forEach(each -> result.add(each.getKey(), of(each.getValue())));
      return result;
    }
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return new JsonPrimitive(
          PARENTS.matcher(primitive.getAsString().replace("WAIVED", "FAILED")).replaceAll("$1"));
    }
    return value;
  }
}
