package dev.mainstay;

import dev.mainstay.config.Nearest;
import dev.mainstay.config.Rule;
import dev.mainstay.facts.Region;
import java.util.List;

/** What the configuration of a stack must keep across its sections. */
final class StackRules {
  static final List<Rule<StackConfig>> ALL =
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
          Rule.of(
              "mainstay:databasePassword",
              config -> "plain text",
              "a secret: pulumi config set --secret mainstay:databasePassword",
              config -> !config.isPlain("databasePassword")),
          Rule.of(
              "mainstay:cachePassword",
              config -> "plain text",
              "a secret: pulumi config set --secret mainstay:cachePassword",
              config -> !config.isPlain("cachePassword")));

  private StackRules() {}
}
