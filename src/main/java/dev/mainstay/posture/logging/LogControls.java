package dev.mainstay.posture.logging;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.atLeast;
import static dev.mainstay.posture.model.Judge.given;
import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.notFalse;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.iam.KeyControls;
import dev.mainstay.posture.iam.PolicyText;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Controls of logs, the buckets that keep them, and alarms. */
public final class LogControls {
  private static final int YEAR_DAYS = 365;
  private static final List<String> LOG_GROUP = List.of("aws:cloudwatch/logGroup:LogGroup");
  private static final List<String> ALARM = List.of("aws:cloudwatch/metricAlarm:MetricAlarm");
  private static final List<String> TOPIC = List.of("aws:sns/topic:Topic");

  /** ARNs of topics, and of OpsItems and incidents of Systems Manager. */
  private static final Pattern TELLING = Pattern.compile("arn:[^:]*:(sns|ssm|ssm-incidents):");

  private static final Pattern WITHOUT_TLS =
      Pattern.compile("(?i)\"aws:SecureTransport\":\\[?\"?false\"?]?");
  private static final Judge TLS_ONLY =
      KeyControls.ofPolicy("policy", LogControls::deniesPlainHttp);

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
              "Log bucket",
              ids(
                  "S3.1",
                  "S3.2",
                  "S3.3",
                  "S3.5",
                  "S3.8",
                  "S3.13",
                  53,
                  54,
                  55,
                  56,
                  18,
                  19,
                  21,
                  "CKV2_AWS_6",
                  "CKV2_AWS_61"),
              ofBucket(
                  "public access is blocked in all four ways",
                  "BucketPublicAccessBlock",
                  all(
                      isTrue("blockPublicAcls"),
                      isTrue("blockPublicPolicy"),
                      isTrue("ignorePublicAcls"),
                      isTrue("restrictPublicBuckets")),
                  (graph, bucket) -> Answer.NO),
              ofBucket(
                  "it is reached over TLS only",
                  "BucketPolicy",
                  TLS_ONLY,
                  all(present("policy"), TLS_ONLY)),
              ofBucket(
                  "it keeps versions",
                  "BucketVersioning",
                  oneOf("versioningConfiguration.status", "Enabled"),
                  isTrue("versioning.enabled")),
              ofBucket(
                  "its objects expire",
                  "BucketLifecycleConfiguration",
                  present("rules"),
                  present("lifecycleRules")),
              ofBucket(
                  "it is encrypted",
                  "BucketServerSideEncryptionConfiguration",
                  present("rules"),
                  present("serverSideEncryptionConfiguration"))),
          new Control(
              "Alarms, SNS",
              ids(319, 26),
              Requirement.of(ALARM, "actionsEnabled is true", notFalse("actionsEnabled")),
              Requirement.of(TOPIC, "kmsMasterKeyId is set", present("kmsMasterKeyId")),
              Requirement.of(
                      Stream.concat(Types.DATABASE.stream(), Types.LOAD_BALANCER.stream()).toList(),
                      "an alarm of the stack tells somebody",
                      LogControls::somebodyIsTold)
                  .waivedBy("operations.alarmEmails")));

  private LogControls() {}

  /**
   * Of each bucket: a resource beside it that is as wanted, or the bucket itself.
   *
   * @param kind of the resource; version 6 of the provider adds V2 to some
   */
  private static Requirement ofBucket(String wanted, String kind, Judge beside, Judge within) {
    String token = Character.toLowerCase(kind.charAt(0)) + kind.substring(1);
    List<String> types =
        Stream.of("", "V2")
            .map(version -> "aws:s3/%s%s:%s%s".formatted(token, version, kind, version))
            .toList();
    return Requirement.of(
        Types.BUCKET,
        wanted,
        (graph, bucket) ->
            Answer.any(
                Stream.concat(
                    Stream.of(within.of(graph, bucket)),
                    types.stream()
                        .flatMap(type -> graph.referring(type, "bucket", bucket).stream())
                        .map(each -> beside.of(graph, each)))));
  }

  private static boolean deniesPlainHttp(PolicyText policy) {
    return policy
        .denying()
        .anyMatch(
            each ->
                each.principals().contains("*")
                    && each.actions().stream().anyMatch(Set.of("s3:*", "*")::contains)
                    && WITHOUT_TLS.matcher(each.condition()).find());
  }

  private static Answer somebodyIsTold(ResourceGraph graph, ResourceNode tier) {
    return Answer.any(
        ALARM.stream()
            .flatMap(type -> graph.all(type).stream())
            .flatMap(
                alarm ->
                    Judge.elements(alarm, "alarmActions").stream()
                        .map(action -> tellsSomebody(graph, alarm, action))));
  }

  /** Not every action does: others scale a group or restart a server. */
  private static Answer tellsSomebody(ResourceGraph graph, ResourceNode alarm, String action) {
    List<ResourceNode> named = graph.referenced(alarm, action);
    return named.isEmpty()
        ? given(action, arn -> TELLING.matcher(arn.toString()).lookingAt()).of(graph, alarm)
        : Answer.of(named.stream().allMatch(node -> TOPIC.contains(node.type())));
  }
}
