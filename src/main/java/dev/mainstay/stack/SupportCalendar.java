package dev.mainstay.stack;

import dev.mainstay.config.Doubt;
import dev.mainstay.facts.EngineSupport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Warnings about engine versions whose standard support has ended or ends within a year. */
final class SupportCalendar {
  private static final int NOTICE_MONTHS = 12;
  private static final String TEXT =
      "standard support has ended or ends within %d months".formatted(NOTICE_MONTHS);

  static final List<Doubt<StackConfig>> DOUBTS =
      List.of(
          doubt(
              "mainstay:database.engineVersion",
              config -> config.database().engineVersion(),
              config -> EngineSupport.of("postgres", config.database().engineVersion())),
          doubt(
              "mainstay:cache.engineVersion",
              config -> config.cache().engineVersion(),
              config -> EngineSupport.of(config.cache().engine(), config.cache().engineVersion())));

  private SupportCalendar() {}

  private static Doubt<StackConfig> doubt(
      String key,
      Function<StackConfig, String> version,
      Function<StackConfig, Optional<EngineSupport>> support) {
    return new Doubt<StackConfig>(
            key,
            version,
            TEXT,
            config -> support.apply(config).filter(it -> isDue(it, config.today())).isPresent())
        .saying(config -> message(support.apply(config).orElseThrow(), config.today()));
  }

  private static boolean isDue(EngineSupport support, LocalDate today) {
    return !support.standardEnds().isAfter(today.plusMonths(NOTICE_MONTHS));
  }

  private static String message(EngineSupport support, LocalDate today) {
    if (support.extendedEnds().isBefore(today)) {
      return "Extended Support ended on %s; AWS upgrades to a newer major version"
          .formatted(support.extendedEnds());
    }
    return "standard support %s on %s; AWS charges for Extended Support%s until %s"
        .formatted(
            support.standardEnds().isBefore(today) ? "ended" : "ends",
            support.standardEnds(),
            support
                .usdPerVcpuHour()
                .map(" (from %s USD per vCPU-hour in us-east-1, each instance)"::formatted)
                .orElse(""),
            support.extendedEnds());
  }
}
