package dev.mainstay.posture.iam;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mainstay.facts.PolicyFacts;
import dev.mainstay.posture.exposure.Addresses;
import dev.mainstay.posture.model.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The conditions of a policy's statement. */
final class Conditions {
  /** Operators that a request satisfies only by having one of the values. */
  private static final Set<String> EQUAL =
      Set.of(
          "StringEquals",
          "StringEqualsIgnoreCase",
          "StringLike",
          "ArnEquals",
          "ArnLike",
          "IpAddress");

  /** Any value, or an ARN of any account. */
  private static final Pattern WILD =
      Pattern.compile("[*?]*|arn(:[^:]*){0,2}:[*?]+|arn:[^:]*:[^:]*:[^:]*:[*?]+(:.*)?");

  private Conditions() {}

  /** Whether they let in known principals only; they must all hold, so that one is enough. */
  static Answer narrow(String json) {
    if (json.isEmpty()) {
      return Answer.NO;
    }
    return Answer.any(
        JsonParser.parseString(json).getAsJsonObject().entrySet().stream().map(Conditions::narrow));
  }

  private static Answer narrow(Map.Entry<String, JsonElement> operator) {
    String name = operator.getKey().replaceFirst("^ForAnyValue:", "");
    JsonObject keys = operator.getValue().getAsJsonObject();
    return Answer.any(
        keys.entrySet().stream().map(key -> narrow(name, key.getKey(), texts(key.getValue()))));
  }

  private static Answer narrow(String operator, String key, List<String> values) {
    boolean known = PolicyFacts.narrows(key).isPresent();
    if (!known && !isOfIdentity(key)) {
      return Answer.UNKNOWN;
    }
    // What only excludes values, or lets pass a request that lacks the key, narrows nothing.
    boolean narrows =
        EQUAL.contains(operator)
            && PolicyFacts.narrows(key).orElse(true)
            && values.stream().noneMatch(value -> isWild(operator, value));
    return Answer.of(narrows);
  }

  /**
   * The claims of an identity provider, such as {@code token.actions.githubusercontent.com:sub}.
   */
  private static boolean isOfIdentity(String key) {
    return key.endsWith(":sub") || key.endsWith(":aud");
  }

  private static boolean isWild(String operator, String value) {
    return operator.equals("IpAddress")
        ? Addresses.isAnybody(value)
        : WILD.matcher(value).matches();
  }

  private static List<String> texts(JsonElement oneOrMany) {
    return (oneOrMany instanceof JsonArray many
            ? StreamSupport.stream(many.spliterator(), false)
            : Stream.of(oneOrMany))
        .map(JsonElement::getAsString)
        .toList();
  }
}
