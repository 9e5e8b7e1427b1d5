package dev.mainstay.plan;

import com.google.common.hash.Hashing;
import com.pulumi.test.Mocks;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/**
 * Answers a program in place of the AWS provider: every resource gets an id, an ARN and a name of
 * its own. They are the same in every run and identify references. It accepts every input; the
 * rules and the engine detect what AWS refuses.
 */
final class StandInAws implements Mocks {
  static final String ACCOUNT = "123456789012";

  private static final Pattern TYPE_PARTS = Pattern.compile("[:/]");

  private final String region;
  private final Map<String, Map<String, Object>> deployed;
  private final Map<String, Map<String, Object>> inputs = new ConcurrentSkipListMap<>();
  private final Map<String, Map<String, Object>> answers = new ConcurrentSkipListMap<>();

  /**
   * Answers as AWS did where a resource is deployed.
   *
   * @param deployed by {@link #key}, the id and the outputs of what is deployed
   */
  StandInAws(String region, Map<String, Map<String, Object>> deployed) {
    this.region = region;
    this.deployed = deployed;
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    String key = key(args.type, args.name);
    Map<String, Object> given = InputValues.plain(args.inputs);
    Map<String, Object> answer = answer(args.type, args.name, given);
    deployed.getOrDefault(key, Map.of()).entrySet().stream()
        .filter(output -> !given.containsKey(output.getKey()))
        .forEach(output -> answer.put(output.getKey(), InputValues.asOfSdk(output.getValue())));
    inputs.put(key, given);
    answers.put(key, answer);
    var state = new HashMap<>(args.inputs);
    state.putAll(answer);
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of(answer.get("id").toString()), state));
  }

  /** What each resource, by type and logical name, was said to have besides its inputs. */
  Map<String, Map<String, Object>> answers() {
    return answers;
  }

  /** What each resource, by type and logical name, was given. */
  Map<String, Map<String, Object>> inputs() {
    return inputs;
  }

  Map<String, Object> inputs(String type, String name) {
    return inputs.getOrDefault(key(type, name), Map.of());
  }

  static String key(String type, String name) {
    return type + "::" + name;
  }

  private Map<String, Object> answer(String type, String name, Map<String, Object> given) {
    String token =
        Hashing.sha256()
            .hashString(key(type, name), StandardCharsets.UTF_8)
            .toString()
            .substring(0, 17);
    String[] parts = TYPE_PARTS.split(type, 0);
    String kind = parts[parts.length - 2];
    String service = parts[1];
    String unique = name + "-" + token;
    String arn = "arn:aws:%s:%s:%s:%s/%s".formatted(service, region, ACCOUNT, kind, unique);
    var answer = new TreeMap<String, Object>();
    answer.put("id", kind + "-" + token);
    answer.put("arn", arn);
    answer.put("name", unique);
    answer.putAll(wellKnown(type, unique, arn, given));
    answer.keySet().removeAll(given.keySet());
    return answer;
  }

  /** Outputs that programs read and that a plain echo would not have. */
  private Map<String, Object> wellKnown(
      String type, String unique, String arn, Map<String, Object> given) {
    String host = "%s.%s.amazonaws.com".formatted(unique, region);
    return switch (type) {
      case "aws:kms/key:Key" -> Map.of("keyId", unique);
      case "aws:ec2/eip:Eip" -> Map.of("allocationId", "eipalloc-" + unique);
      case "aws:ec2/launchTemplate:LaunchTemplate" -> Map.of("latestVersion", 1);
      case "aws:rds/instance:Instance" ->
          Map.of(
              "address",
              host,
              "endpoint",
              host + ":5432",
              "port",
              5432,
              "resourceId",
              "db-" + unique,
              "masterUserSecrets",
              List.of(Map.of("secretArn", arn.replace(":rds:", ":secretsmanager:"))));
      case "aws:elasticache/replicationGroup:ReplicationGroup" ->
          Map.of(
              "replicationGroupId", unique,
              "primaryEndpointAddress", host,
              "readerEndpointAddress", "reader." + host);
      case "aws:lb/loadBalancer:LoadBalancer" ->
          Map.of("dnsName", host, "zoneId", "Z-" + unique, "arnSuffix", "app/" + unique);
      case "aws:lb/targetGroup:TargetGroup" -> Map.of("arnSuffix", "targetgroup/" + unique);
      case "aws:route53/record:Record" -> Map.of("fqdn", unique);
      case "aws:acm/certificate:Certificate" ->
          Map.of(
              "domainValidationOptions",
              List.of(
                  Map.of(
                      "domainName",
                      given.getOrDefault("domainName", ""),
                      "resourceRecordName",
                      "_" + unique,
                      "resourceRecordType",
                      "CNAME",
                      "resourceRecordValue",
                      "_" + host)));
      case "aws:acm/certificateValidation:CertificateValidation" ->
          Map.of("certificateArn", given.getOrDefault("certificateArn", arn));
      default -> Map.of();
    };
  }
}
