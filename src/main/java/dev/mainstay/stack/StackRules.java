package dev.mainstay.stack;

import dev.mainstay.config.ConfigValues.Secret;
import dev.mainstay.config.Doubt;
import dev.mainstay.config.Nearest;
import dev.mainstay.config.Rule;
import dev.mainstay.config.TimeWindow;
import dev.mainstay.facts.Region;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules for the configuration of a stack as a whole. */
public final class StackRules {
  /** AWS allows 50 tags, of which the stack sets four. */
  private static final int MOST_TAGS = 46;

  private static final Pattern TAG_KEY =
      Pattern.compile("(?!(?i:aws:))[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
  private static final Pattern TAG_VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");

  private static final List<Rule<StackConfig>> OWN =
      List.of(
          Rule.<StackConfig>of(
                  "aws:region",
                  StackConfig::region,
                  "an AWS region, such as eu-central-1",
                  StackConfig::hasRegion)
              .advising(
                  config ->
                      Nearest.to(config.region(), Region.all().keySet())
                          .map("did you mean %s?"::formatted)
                          .orElse(null)),
          Rule.each(
              "mainstay:tags",
              config -> List.copyOf(config.ownTags().entrySet()),
              "keys of 1 to 128 and values of up to 256 letters, digits, spaces and _.:/=+-@;"
                  + " no key starts with aws:",
              StackRules::isTag),
          Rule.of(
              "mainstay:tags",
              config -> config.ownTags().size() + " tags",
              "up to %d; AWS allows 50 and the stack sets the others".formatted(MOST_TAGS),
              config -> config.ownTags().size() <= MOST_TAGS));

  private static final List<Rule<StackConfig>> SECRETS =
      List.of(
          Rule.of(
              Secrets.DATABASE_PASSWORD,
              config -> "plain text",
              "a secret: pulumi config set --secret mainstay:databasePassword",
              config -> !config.secrets().isPlain(Secrets.DATABASE_PASSWORD)),
          Rule.of(
              Secrets.DATABASE_PASSWORD,
              config -> "[secret]",
              "8 to 128 printable ASCII characters without spaces, /, \" and @",
              config ->
                  config.secrets().databasePassword().stream()
                      .allMatch(isText("[!-~&&[^/\"@]]{8,128}"))),
          Rule.of(
              Secrets.CACHE_PASSWORD,
              config -> "plain text",
              "a secret: pulumi config set --secret mainstay:cachePassword",
              config -> !config.secrets().isPlain(Secrets.CACHE_PASSWORD)),
          Rule.of(
              Secrets.CACHE_PASSWORD,
              config -> "[secret]",
              "16 to 128 printable ASCII characters without spaces",
              config ->
                  config.secrets().cachePassword().stream().allMatch(isText("[!-~]{16,128}"))));

  private static final List<Rule<StackConfig>> IMAGE =
      List.of(
          Rule.<StackConfig>of(
                  "mainstay:network.nat",
                  config -> config.network().nat(),
                  "perZone, single or instance with operations.goldenImage",
                  config ->
                      !config.network().nat().equals("none") || config.goldenImage().isEmpty())
              .advising(
                  config -> "without internet access from the private subnets no build succeeds"));

  public static final List<Rule<StackConfig>> ALL =
      Stream.of(OWN, SECRETS, FleetCapacity.RULES, IMAGE).flatMap(List::stream).toList();

  private static final List<Doubt<StackConfig>> OWN_DOUBTS =
      List.of(
          new Doubt<>(
              "aws:region",
              StackConfig::region,
              "unknown to this release, so its offer is not checked",
              config -> !Region.all().containsKey(config.region())),
          new Doubt<>(
              "mainstay:cache.maintenanceWindow",
              config -> config.cache().maintenanceWindow(),
              "the same time as the maintenance of the database: both tiers may be down at once",
              StackRules::maintenanceOverlaps));

  public static final List<Doubt<StackConfig>> DOUBTS =
      Stream.of(OWN_DOUBTS, SupportCalendar.DOUBTS).flatMap(List::stream).toList();

  private StackRules() {}

  private static boolean isTag(Map.Entry<String, String> tag) {
    return TAG_KEY.matcher(tag.getKey()).matches() && TAG_VALUE.matcher(tag.getValue()).matches();
  }

  /** True for a secret that was not decrypted, as in an offline plan. */
  private static Predicate<Secret> isText(String pattern) {
    return secret -> secret.text() == null || secret.text().matches(pattern);
  }

  private static boolean maintenanceOverlaps(StackConfig config) {
    var cache = TimeWindow.weekly(config.cache().maintenanceWindow());
    var database = TimeWindow.weekly(config.database().maintenanceWindow());
    return cache.isPresent() && database.isPresent() && cache.get().overlaps(database.get());
  }
}
