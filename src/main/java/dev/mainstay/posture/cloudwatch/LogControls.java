package dev.mainstay.posture.cloudwatch;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.atLeast;
import static dev.mainstay.posture.model.Judge.notFalse;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import dev.mainstay.posture.sns.Notifications;
import java.util.List;
import java.util.stream.Stream;

/** Controls of log groups and alarms. */
public final class LogControls {
  private static final int YEAR_DAYS = 365;
  private static final List<String> LOG_GROUP = List.of("aws:cloudwatch/logGroup:LogGroup");

  /** Instances of Aurora are watched as well as their cluster; their cluster is enough. */
  private static final List<String> WATCHED =
      Stream.of(Types.DATABASE_STORAGE, Types.LOAD_BALANCER, Types.CLASSIC_LOAD_BALANCER)
          .flatMap(List::stream)
          .toList();

  public static final List<Control> ALL =
      List.of(
          new Control(
              "Log groups",
              ids(66, 158, 338),
              Requirement.of(
                      LOG_GROUP,
                      "retentionInDays is %d or more".formatted(YEAR_DAYS),
                      atLeast("retentionInDays", YEAR_DAYS))
                  .waivedBy("operations.logRetentionDays"),
              // 0 keeps for ever.
              Requirement.of(LOG_GROUP, "retentionInDays is set", atLeast("retentionInDays", 1)),
              Requirement.of(LOG_GROUP, "kmsKeyId is set", present("kmsKeyId"))),
          new Control(
              "Alarms, SNS",
              ids(319, 26),
              Requirement.of(Alarms.METRIC, "actionsEnabled is true", notFalse("actionsEnabled")),
              Requirement.of(
                  Alarms.COMPOSITE, "actionsEnabled is true", notFalse("actionsEnabled")),
              Requirement.of(
                  Notifications.TOPIC, "kmsMasterKeyId is set", present("kmsMasterKeyId")),
              Requirement.of(WATCHED, "an alarm about it notifies somebody", Alarms::notifySomebody)
                  .waivedBy("operations.alarmEmails")));

  private LogControls() {}
}
