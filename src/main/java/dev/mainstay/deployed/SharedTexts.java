package dev.mainstay.deployed;

import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads JSON so that equal texts are one object: large exports repeat the names of properties, URNs
 * and, as outputs, the inputs.
 */
final class SharedTexts extends JsonReader {
  private final Map<String, String> texts = new HashMap<>();

  private SharedTexts(String json) {
    super(new StringReader(json));
  }

  /** As {@link JsonParser#parseString}, with the same exceptions. */
  static JsonElement parse(String json) {
    try (var reader = new SharedTexts(json)) {
      JsonElement root = JsonParser.parseReader(reader);
      if (!root.isJsonNull() && reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonSyntaxException("Did not consume the entire document.");
      }
      return root;
    } catch (MalformedJsonException | NumberFormatException e) {
      throw new JsonSyntaxException(e);
    } catch (IOException e) {
      throw new JsonIOException(e);
    }
  }

  @Override
  public String nextName() throws IOException {
    return shared(super.nextName());
  }

  @Override
  public String nextString() throws IOException {
    return shared(super.nextString());
  }

  private String shared(String text) {
    String first = texts.putIfAbsent(text, text);
    return first == null ? text : first;
  }
}
