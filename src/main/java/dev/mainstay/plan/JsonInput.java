package dev.mainstay.plan;

import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.util.regex.Pattern;

/** JSON that a user hands over; one line says what is wrong with it. */
final class JsonInput {
  private static final Pattern PLACE = Pattern.compile("at (line \\d+ column \\d+)");

  static final String DAMAGED = "damaged: a required value is missing or has the wrong type";

  private JsonInput() {}

  /** What can be read from JSON. */
  interface Form<T> {
    T of(String json) throws IOException;
  }

  /**
   * Reads {@code json}.
   *
   * @param named what it is called in messages
   * @throws IOException if it is no JSON, or not of this form
   */
  static <T> T read(String named, String json, Form<T> form) throws IOException {
    try {
      return form.of(json);
    } catch (JsonParseException other) {
      throw new IOException("%s is %s.".formatted(named, wrong(other)), other);
    } catch (RuntimeException damaged) {
      // Only the input decides how reading it ends; what is missing shows in many ways.
      throw new IOException("%s is %s.".formatted(named, DAMAGED), damaged);
    }
  }

  /** Gson tells text that is no JSON from JSON of another form by the cause alone. */
  private static String wrong(JsonParseException failure) {
    if (!(failure instanceof JsonSyntaxException)) {
      return failure.getMessage();
    }
    if (failure.getCause() instanceof IllegalStateException) {
      return DAMAGED;
    }
    var place = PLACE.matcher(String.valueOf(failure.getMessage()));
    return place.find() ? "not JSON: " + place.group(1) : "not JSON";
  }
}
