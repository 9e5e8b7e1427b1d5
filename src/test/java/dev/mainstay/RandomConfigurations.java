package dev.mainstay;

import dev.mainstay.config.ConfigValues;
import dev.mainstay.config.ConfigValues.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Configurations by chance. Two of three are drawn with care, so that what is wrong with them is in
 * how their values go together; the others hold wrong values, wrong types and unknown keys, too.
 */
final class RandomConfigurations {
  private static final String NAMESPACE = "mainstay:";

  private final RandomGenerator random;

  RandomConfigurations(RandomGenerator random) {
    this.random = random;
  }

  ConfigValues next() {
    boolean careless = random.nextInt(3) == 0;
    double share = random.nextDouble() * random.nextDouble();
    var values = new TreeMap<String, Object>();
    values.put("aws:region", pick(Choices.REGIONS));
    Choices.ALL.forEach(
        (section, choices) -> {
          Map<String, Object> content = section(choices, share, careless);
          if (!content.isEmpty()) {
            values.put(NAMESPACE + section, content);
          }
        });
    secret(values, "databasePassword", "correct-horse-battery");
    secret(values, "cachePassword", "correct-horse-battery");
    if (random.nextInt(8) == 0) {
      values.put(NAMESPACE + "tags", Map.of("Owner", "shop team", "cost:center", 42L));
    }
    if (careless) {
      spoil(values);
    }
    return new ConfigValues(values);
  }

  private Map<String, Object> section(Map<String, Choice> choices, double share, boolean careless) {
    var content = new LinkedHashMap<String, Object>();
    for (String key : choices.keySet().stream().sorted().toList()) {
      if (random.nextDouble() < share) {
        Choice choice = choices.get(key);
        boolean bad = careless && random.nextInt(12) == 0;
        content.put(key, (bad ? choice.unsound() : choice.sound()).from(random));
      }
    }
    return content;
  }

  private void secret(Map<String, Object> values, String key, String text) {
    if (random.nextBoolean()) {
      values.put(NAMESPACE + key, new Secret(random.nextBoolean() ? null : text));
    }
  }

  private void spoil(Map<String, Object> values) {
    switch (random.nextInt(12)) {
      case 0 -> values.put(NAMESPACE + "databse", Map.of());
      case 1 -> values.put(NAMESPACE + "web", "two servers");
      case 2 -> values.put(NAMESPACE + "cachePassword", "plain text");
      case 3 -> values.put(NAMESPACE + "tags", Map.of("aws:x", "y"));
      case 4 -> values.put(NAMESPACE + "edge", Map.of("doman", "example.com"));
      case 5 -> values.put("aws:region", pick(List.of("eu-central-9", "Frankfurt", "eu-centrl-1")));
      case 6 -> values.put(NAMESPACE + "waivers", Map.of("database.multiAZ", "why not"));
      case 7 -> values.put(NAMESPACE + "databasePassword", new Secret("short"));
      default -> {}
    }
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
