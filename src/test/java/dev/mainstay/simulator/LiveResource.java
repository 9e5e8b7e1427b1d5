package dev.mainstay.simulator;

import java.util.Map;
import java.util.Objects;

/**
 * A resource that exists in the simulated account.
 *
 * @param urn who made it; empty when it was there before, or AWS made it along with another
 * @param inputs as last sent, with their secret marks
 * @param outputs as returned, with their secret marks
 */
public record LiveResource(
    String type, String id, String urn, Map<String, Object> inputs, Map<String, Object> outputs) {

  /** An output, or an input that has none, without its secret mark; null when absent. */
  public Object get(String property) {
    var value = outputs.get(property);
    return Secret.reveal(value == null ? inputs.get(property) : value);
  }

  public String text(String property) {
    return Objects.toString(get(property), "");
  }

  public boolean flag(String property) {
    return Boolean.TRUE.equals(get(property));
  }

  /** The logical name in the program. */
  public String name() {
    return urn.substring(urn.lastIndexOf("::") + 2);
  }
}
