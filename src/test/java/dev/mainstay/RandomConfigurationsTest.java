package dev.mainstay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.ConfigValues;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Waivers;
import dev.mainstay.posture.Posture;
import dev.mainstay.posture.model.Status;
import dev.mainstay.simulator.Account;
import dev.mainstay.simulator.Rehearsal;
import dev.mainstay.stack.StackConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every configuration is either refused with messages that name keys, or AWS accepts what it
 * registers. {@code -Dmainstay.configurations=10000} looks longer, {@code -Dmainstay.seed=...}
 * looks again at what was found.
 */
class RandomConfigurationsTest {
  private static final String PROJECT = "shop";
  private static final Pattern UNWAIVED = Pattern.compile("requires a reason for ([\\w.]+) ");

  /** Accepted, but with a warning that AWS may know better. */
  private static final Pattern DOUBTED =
      Pattern.compile("unknown to this release|no longer creates|did not offer");

  /** So many different findings are enough for one run. */
  private static final int ENOUGH = 8;

  private int accepted;
  private int refused;

  @Test
  void everyConfigurationIsRefusedWithAKeyOrAcceptedByAws() {
    int count = Integer.getInteger("mainstay.configurations", 200);
    long seed = Long.getLong("mainstay.seed", new Random().nextLong());
    System.out.printf("%d random configurations, -Dmainstay.seed=%d%n", count, seed);
    var configurations = new RandomConfigurations(new Random(seed));
    var found = new TreeMap<String, String>();
    for (int number = 0; number < count && found.size() < ENOUGH; number++) {
      ConfigValues config = waived(configurations.next());
      whatIsWrong(config)
          .ifPresent(wrong -> found.computeIfAbsent(kind(wrong), any -> wrong + smallest(config)));
    }
    System.out.printf("%d accepted here and by AWS, %d refused%n", accepted, refused);
    assertThat(found.values()).as("with -Dmainstay.seed=" + seed).isEmpty();
    assertThat(accepted).as("accepted").isGreaterThan(count / 25);
    assertThat(refused).as("refused").isGreaterThan(count / 25);
  }

  @Test
  void everyKeyOfTheConfigurationIsAmongThoseDrawn() {
    assertThat(Choices.keys()).containsExactlyInAnyOrderElementsOf(ConfigurationKeys.all());
  }

  private Optional<String> whatIsWrong(ConfigValues values) {
    StackConfig config;
    try {
      config = StackConfig.of(PROJECT, stack(values), values);
    } catch (Refusal refusal) {
      refused++;
      return refusal.problems().stream()
          .filter(problem -> !namesKey(problem))
          .map(problem -> "names no key: " + problem.message())
          .findFirst();
    } catch (RuntimeException defect) {
      return Optional.of("neither accepted nor refused: " + defect);
    }
    if (config.warnings().stream().anyMatch(warning -> DOUBTED.matcher(warning.text()).find())) {
      return Optional.empty();
    }
    accepted++;
    try {
      return judged(config, values);
    } catch (RuntimeException perhapsTheSdk) {
      // Seldom, under load, the SDK loses the URN of a resource others wait for (an NPE in
      // DeploymentImpl.prepareResourceAsync). What is wrong with a configuration is so every time.
      return judgedAgain(config, values);
    }
  }

  private static Optional<String> judgedAgain(StackConfig config, ConfigValues values) {
    try {
      return judged(config, values);
    } catch (RuntimeException defect) {
      return Optional.of("the program fails: " + defect);
    }
  }

  private static Optional<String> judged(StackConfig config, ConfigValues values) {
    return Rehearsal.refusal(
            PROJECT,
            stack(values),
            config.region(),
            account -> before(account, values),
            context -> MainstayStack.declare(context, config))
        .map(error -> "accepted here and refused by AWS: " + error)
        .or(() -> controlNotKept(config, stack(values)));
  }

  /** A control that is neither kept nor waived. */
  private static Optional<String> controlNotKept(StackConfig config, String stack) {
    return Posture.of(Stacks.capture(stack, config), config.waivers()).stream()
        .filter(result -> result.status() == Status.FAILED)
        .map(result -> "a control is not kept: " + result.control().name() + result.findings())
        .findFirst();
  }

  /** Without a name of its own, a database needs a stack whose name could be one. */
  private static String stack(ConfigValues config) {
    boolean named =
        config.values().get("mainstay:database") instanceof Map<?, ?> database
            && database.containsKey("identifier");
    return named ? "Test_1.x" : "test";
  }

  private static boolean namesKey(Problem problem) {
    return problem.key().startsWith("mainstay:") || problem.key().equals("aws:region");
  }

  /** With a reason for everything that is refused for want of one. */
  private static ConfigValues waived(ConfigValues config) {
    try {
      StackConfig.of(PROJECT, stack(config), config);
      return config;
    } catch (Refusal refusal) {
      var reasons = new TreeMap<String, Object>();
      for (Problem problem : refusal.problems()) {
        var unwaived = UNWAIVED.matcher(problem.text());
        if (unwaived.lookingAt()) {
          reasons.put(unwaived.group(1), "drawn by chance");
        }
      }
      var values = new TreeMap<>(config.values());
      if (!reasons.isEmpty()) {
        values.put(Waivers.SECTION, reasons);
      }
      return new ConfigValues(values);
    } catch (RuntimeException defect) {
      return config;
    }
  }

  /** What a user of these values has in the account already. */
  private static void before(Account account, ConfigValues values) {
    if (values.values().get("mainstay:web") instanceof Map<?, ?> web
        && web.get("keyPair") instanceof String pair) {
      account.seed("aws:ec2/keyPair:KeyPair", pair, Map.of("keyName", pair));
    }
    if (values.values().get("mainstay:edge") instanceof Map<?, ?> edge) {
      if (edge.get("hostedZoneId") instanceof String zone) {
        account.seed("aws:route53/zone:Zone", zone, Map.of("name", edge.get("domain")));
      }
      if (edge.get("certificateArn") instanceof String arn) {
        account.seed(
            "aws:acm/certificate:Certificate", arn, Map.of("arn", arn, "status", "ISSUED"));
      }
    }
  }

  /** The start of a message, in which nothing that was drawn stands. */
  private static String kind(String wrong) {
    return wrong.substring(0, Math.min(wrong.length(), 110));
  }

  /** The same without all that can be left out so that something is still wrong. */
  private String smallest(ConfigValues config) {
    Map<String, Object> result = config.values();
    for (String key : config.values().keySet()) {
      result = smaller(result, key, null);
      if (result.get(key) instanceof Map<?, ?> section) {
        for (String inner : section.keySet().stream().map(String::valueOf).toList()) {
          result = smaller(result, key, inner);
        }
      }
    }
    return "%nfor example ".formatted() + result;
  }

  private Map<String, Object> smaller(Map<String, Object> values, String key, String inner) {
    var candidate = new TreeMap<>(values);
    if (inner == null) {
      candidate.remove(key);
    } else {
      var section = new LinkedHashMap<Object, Object>((Map<?, ?>) values.get(key));
      section.remove(inner);
      candidate.put(key, section);
    }
    candidate.remove(Waivers.SECTION);
    ConfigValues config = waived(new ConfigValues(candidate));
    return whatIsWrong(config).isPresent() ? config.values() : values;
  }
}
