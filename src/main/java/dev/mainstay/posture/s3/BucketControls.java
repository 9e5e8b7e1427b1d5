package dev.mainstay.posture.s3;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.posture.iam.PolicyText;
import dev.mainstay.posture.iam.PolicyText.Statement;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Controls of buckets. */
public final class BucketControls {
  private static final String ACCOUNT_BLOCK =
      "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";

  /** That and nothing else: a second condition would narrow the denial. */
  private static final Pattern WITHOUT_TLS =
      Pattern.compile("(?i)\\{\"Bool(IfExists)?\":\\{\"aws:SecureTransport\":\\[?\"?false\"?]?}}");

  private static final Judge TLS_ONLY = PolicyText.judge("policy", BucketControls::deniesPlainHttp);

  private static final Judge BLOCKED =
      all(
          isTrue("blockPublicAcls"),
          isTrue("blockPublicPolicy"),
          isTrue("ignorePublicAcls"),
          isTrue("restrictPublicBuckets"));

  public static final List<Control> ALL =
      List.of(
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
                  BLOCKED,
                  (graph, bucket) ->
                      Answer.any(
                          graph.all(ACCOUNT_BLOCK).stream()
                              .map(block -> BLOCKED.of(graph, block)))),
              ofBucket(
                  "its policy denies requests without TLS",
                  "BucketPolicy",
                  TLS_ONLY,
                  all(present("policy"), TLS_ONLY)),
              ofBucket(
                  "it keeps versions",
                  "BucketVersioning",
                  oneOf("versioningConfiguration.status", "Enabled"),
                  isTrue("versioning.enabled")),
              ofBucket(
                  "an enabled lifecycle rule expires or moves its objects",
                  "BucketLifecycleConfiguration",
                  anyElement(
                      "rules",
                      rule -> all(oneOf(rule + ".status", "Enabled"), actsOnObjects(rule))),
                  anyElement(
                      "lifecycleRules",
                      rule -> all(isTrue(rule + ".enabled"), actsOnObjects(rule))))));

  private BucketControls() {}

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

  private static Judge anyElement(String list, java.util.function.Function<String, Judge> wanted) {
    return (graph, node) ->
        Answer.any(
            Judge.elements(node, list).stream().map(path -> wanted.apply(path).of(graph, node)));
  }

  /** Ending unfinished uploads leaves the objects where they are. */
  private static Judge actsOnObjects(String rule) {
    return any(
        Stream.of(
                "expiration.days",
                "expiration.date",
                "transitions",
                "transition",
                "noncurrentVersionExpiration",
                "noncurrentVersionTransitions")
            .map(action -> present(rule + "." + action))
            .toArray(Judge[]::new));
  }

  private static Answer deniesPlainHttp(PolicyText policy) {
    List<Statement> denying =
        policy
            .denying()
            .filter(
                each ->
                    each.principals().contains("*")
                        && each.actions().stream().anyMatch(Set.of("s3:*", "*")::contains)
                        && WITHOUT_TLS.matcher(each.condition()).matches())
            .toList();
    List<String> resources = denying.stream().flatMap(each -> each.resources().stream()).toList();
    return Answer.of(
        resources.stream().anyMatch(each -> each.endsWith("*"))
            && resources.stream().anyMatch(each -> !each.endsWith("/*")));
  }
}
