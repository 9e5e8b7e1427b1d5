package dev.mainstay.operations;

import dev.mainstay.config.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** What the configuration of a stack's operations must keep. */
final class OperationsRules {
  /** What CloudWatch Logs lets one choose: PutRetentionPolicy in its API reference. */
  private static final List<Integer> RETENTIONS_DAYS =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  static final List<Rule<OperationsArgs>> ALL =
      List.of(
          Rule.of(
              "logRetentionDays",
              OperationsArgs::logRetentionDays,
              RETENTIONS_DAYS.stream().map(String::valueOf).collect(Collectors.joining(", "))
                  + " (days)",
              args -> RETENTIONS_DAYS.contains(args.logRetentionDays())));

  private OperationsRules() {}
}
