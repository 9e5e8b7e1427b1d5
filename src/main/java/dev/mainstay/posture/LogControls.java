package dev.mainstay.posture;

import static dev.mainstay.posture.Control.ids;
import static dev.mainstay.posture.Judge.all;
import static dev.mainstay.posture.Judge.atLeast;
import static dev.mainstay.posture.Judge.isTrue;
import static dev.mainstay.posture.Judge.notFalse;
import static dev.mainstay.posture.Judge.oneOf;
import static dev.mainstay.posture.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.stream.Stream;

/** Controls of logs, the buckets that keep them, and alarms. */
final class LogControls {
  private static final int YEAR_DAYS = 365;
  private static final List<String> LOG_GROUP = List.of("aws:cloudwatch/logGroup:LogGroup");
  private static final List<String> ALARM = List.of("aws:cloudwatch/metricAlarm:MetricAlarm");
  private static final List<String> TOPIC = List.of("aws:sns/topic:Topic");

  static final List<Control> ALL =
      List.of(
          new Control(
              "Log groups",
              ids(66, 158, 338),
              Requirement.of(
                      LOG_GROUP,
                      "retentionInDays is %d or more".formatted(YEAR_DAYS),
                      atLeast("retentionInDays", YEAR_DAYS))
                  .waivedBy("operations.logRetentionDays"),
              Requirement.of(LOG_GROUP, "retentionInDays is set", present("retentionInDays")),
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
                  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
                  all(
                      isTrue("blockPublicAcls"),
                      isTrue("blockPublicPolicy"),
                      isTrue("ignorePublicAcls"),
                      isTrue("restrictPublicBuckets"))),
              ofBucket(
                  "it is reached over TLS only",
                  "aws:s3/bucketPolicy:BucketPolicy",
                  KeyControls.ofPolicy("policy", LogControls::deniesPlainHttp)),
              ofBucket(
                  "it keeps versions",
                  "aws:s3/bucketVersioningV2:BucketVersioningV2",
                  oneOf("versioningConfiguration.status", "Enabled")),
              ofBucket(
                  "its objects expire",
                  "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
                  present("rules")),
              ofBucket(
                  "it is encrypted",
                  "aws:s3/bucketServerSideEncryptionConfigurationV2"
                      + ":BucketServerSideEncryptionConfigurationV2",
                  present("rules"))),
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

  /** Of each bucket: a resource beside it that is as wanted. */
  private static Requirement ofBucket(String wanted, String type, Judge judge) {
    return Requirement.of(
        Types.BUCKET,
        wanted,
        (graph, bucket) ->
            Answer.any(
                graph.referring(type, "bucket", bucket).stream()
                    .map(each -> judge.of(graph, each))));
  }

  private static boolean deniesPlainHttp(PolicyText policy) {
    return policy
        .denying()
        .anyMatch(
            each ->
                each.principals().contains("*")
                    && each.actions().contains("s3:*")
                    && each.condition().contains("\"aws:SecureTransport\":\"false\""));
  }

  private static Answer somebodyIsTold(ResourceGraph graph, ResourceNode tier) {
    List<ResourceNode> told =
        ALARM.stream()
            .flatMap(type -> graph.all(type).stream())
            .filter(alarm -> present("alarmActions").of(graph, alarm) == Answer.YES)
            .toList();
    return Answer.of(!told.isEmpty());
  }
}
