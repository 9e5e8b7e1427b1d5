package dev.mainstay.operations;

import dev.mainstay.config.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules for the configuration of operations. */
final class OperationsRules {
  /** The values of PutRetentionPolicy in the API reference of CloudWatch Logs. */
  private static final List<Integer> RETENTIONS_DAYS =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final int MONTH_SECONDS = 30 * 24 * 60 * 60;

  static final List<Rule<OperationsArgs>> ALL =
      List.of(
          Rule.each(
              "alarmEmails",
              OperationsArgs::alarmEmails,
              "email addresses, such as [ops@example.com]",
              OperationsRules::isEmail),
          Rule.of(
              "alarmEmails",
              OperationsArgs::alarmEmails,
              "each address once",
              args -> new HashSet<>(args.alarmEmails()).size() == args.alarmEmails().size()),
          Rule.of(
              "logRetentionDays",
              OperationsArgs::logRetentionDays,
              RETENTIONS_DAYS.stream().map(String::valueOf).collect(Collectors.joining(", "))
                  + " (days)",
              args -> RETENTIONS_DAYS.contains(args.logRetentionDays())),
          Rule.<OperationsArgs>of(
                  "restoreTesting",
                  OperationsArgs::restoreTesting,
                  "false without a backup vault",
                  args -> args.backupVault() || !args.restoreTesting())
              .advising(args -> "or set backupVault to true"),
          Rule.range(
              "monthlyBudgetUsd", args -> args.monthlyBudgetUsd, 1, 10_000_000, "USD per month"),
          Rule.range(
              "targets.rtoSeconds", args -> args.targets().rtoSeconds, 0, MONTH_SECONDS, "seconds"),
          Rule.range(
              "targets.rpoSeconds",
              args -> args.targets().rpoSeconds,
              0,
              MONTH_SECONDS,
              "seconds"));

  private OperationsRules() {}

  private static boolean isEmail(String address) {
    return EMAIL.matcher(address).matches();
  }
}
