package dev.mainstay.posture.iam;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An IAM policy, read from its JSON.
 *
 * @param statements its statements
 */
public record PolicyText(List<Statement> statements) {
  /**
   * A statement of a policy.
   *
   * @param allows whether it allows; else it denies
   * @param actions what
   * @param resources on what
   * @param principals by whom: ARNs, account ids, services or {@code *}
   * @param condition under which condition, as JSON; empty if under none
   */
  public record Statement(
      boolean allows,
      List<String> actions,
      List<String> resources,
      List<String> principals,
      String condition) {

    /** Whether it lets in anybody: a condition may still leave known principals only. */
    Answer isOpen() {
      return Answer.all(
          Answer.of(allows && principals.contains("*")), Conditions.narrow(condition).not());
    }
  }

  private static final List<String> ALL = List.of("*");

  /** The policy; empty if the text is none. */
  public static Optional<PolicyText> read(Object text) {
    try {
      JsonElement policy = JsonParser.parseString(text.toString());
      return Optional.of(
          new PolicyText(
              elements(policy.getAsJsonObject().get("Statement"))
                  .map(each -> statement(each.getAsJsonObject()))
                  .toList()));
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException notAPolicy) {
      return Optional.empty();
    }
  }

  private static Statement statement(JsonObject json) {
    if (!json.has("Effect")) {
      throw new JsonParseException("a statement without an effect");
    }
    boolean allows = json.get("Effect").getAsString().equals("Allow");
    // What allows all but a few is taken to allow all.
    return new Statement(
        allows,
        allows && json.has("NotAction") ? ALL : texts(json.get("Action")),
        allows && json.has("NotResource") ? ALL : texts(json.get("Resource")),
        allows && json.has("NotPrincipal") ? ALL : principals(json.get("Principal")),
        json.has("Condition") ? json.get("Condition").toString() : "");
  }

  private static List<String> principals(JsonElement principal) {
    if (principal instanceof JsonObject byKind) {
      return byKind.entrySet().stream().flatMap(each -> texts(each.getValue()).stream()).toList();
    }
    return texts(principal);
  }

  private static List<String> texts(JsonElement oneOrMany) {
    return elements(oneOrMany).map(JsonElement::getAsString).toList();
  }

  private static Stream<JsonElement> elements(JsonElement oneOrMany) {
    if (oneOrMany == null) {
      return Stream.of();
    }
    return oneOrMany instanceof JsonArray many
        ? StreamSupport.stream(many.spliterator(), false)
        : Stream.of(oneOrMany);
  }

  /** What {@code wanted} says of the policy at {@code path}; not known where it cannot be read. */
  public static Judge judge(String path, Function<PolicyText, Answer> wanted) {
    return (graph, node) ->
        node.input(path).flatMap(PolicyText::read).map(wanted).orElse(Answer.UNKNOWN);
  }

  /** Whether it lets in anybody. A denial for everybody may narrow that, in ways not followed. */
  public Answer isOpen() {
    Answer open = Answer.any(allowing().map(Statement::isOpen));
    boolean denied =
        denying().anyMatch(each -> each.principals().contains("*") && !isOfTransport(each));
    return open == Answer.YES && denied ? Answer.UNKNOWN : open;
  }

  private static boolean isOfTransport(Statement denial) {
    return denial.condition().toLowerCase(Locale.ROOT).contains("aws:securetransport");
  }

  public Stream<Statement> allowing() {
    return statements.stream().filter(Statement::allows);
  }

  public Stream<Statement> denying() {
    return statements.stream().filter(each -> !each.allows());
  }
}
