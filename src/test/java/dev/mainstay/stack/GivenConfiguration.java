package dev.mainstay.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.config.ConfigValues;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Warning;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The configuration of a stack in a test: sound as it is given, and changed key by key. */
public final class GivenConfiguration {
  public final Map<String, Object> values =
      new TreeMap<>(Map.of("aws:region", "eu-central-1", "mainstay:waivers", reasons()));

  LocalDate today = LocalDate.of(2026, 11, 29);

  private static Map<String, Object> reasons() {
    return new HashMap<>(Map.of("edge.domain", "no domain", "operations.alarmEmails", "nobody"));
  }

  public void set(String key, Object value) {
    String[] parts = key.split("\\.", 2);
    @SuppressWarnings("unchecked")
    var section =
        (Map<String, Object>)
            values.computeIfAbsent("mainstay:" + parts[0], any -> new HashMap<String, Object>());
    section.put(parts[1], value);
  }

  public void waive(String key) {
    set("waivers." + key, "because");
  }

  public StackConfig config() {
    return StackConfig.of("shop", "prod", new ConfigValues(values), today);
  }

  void assertRefused(String... messages) {
    var refusal = catchThrowableOfType(Refusal.class, this::config);
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.problems()).extracting(Problem::message).containsExactly(messages);
  }

  void assertAccepted() {
    assertThat(config().warnings()).isEmpty();
  }

  void assertWarned(String message) {
    assertThat(config().warnings()).extracting(Warning::message).containsExactly(message);
  }
}
