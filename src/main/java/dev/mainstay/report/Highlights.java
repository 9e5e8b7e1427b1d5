package dev.mainstay.report;

import dev.mainstay.graph.ResourceNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The inputs of a resource that matter, on one line. A type that is not listed here, such as an
 * association or a rule, is only counted.
 */
public final class Highlights {
  /** By type: the inputs to show, and the words for one that is true or false. */
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("aws:kms/key:Key", "{enableKeyRotation?key rotation|}"),
          Map.entry("aws:ec2/vpc:Vpc", "{cidrBlock}"),
          Map.entry("aws:ec2/subnet:Subnet", "{cidrBlock}, {availabilityZone}"),
          Map.entry("aws:ec2/natGateway:NatGateway", ""),
          Map.entry("aws:ec2/flowLog:FlowLog", "{trafficType}"),
          Map.entry("aws:ec2/vpcEndpoint:VpcEndpoint", "{vpcEndpointType}"),
          Map.entry("aws:ec2/securityGroup:SecurityGroup", "{description}"),
          Map.entry("aws:ec2/launchTemplate:LaunchTemplate", "{instanceType}, {imageId}"),
          Map.entry(
              "aws:autoscaling/group:Group",
              "{minSize} to {maxSize} servers, {healthCheckType} health checks"),
          Map.entry(
              "aws:rds/instance:Instance",
              "{engine} {engineVersion}, {instanceClass}, {multiAz?Multi-AZ|Single-AZ},"
                  + " {allocatedStorage} GiB, {deletionProtection?deletion protection|no deletion protection}"),
          Map.entry("aws:rds/parameterGroup:ParameterGroup", "{family}"),
          Map.entry(
              "aws:elasticache/replicationGroup:ReplicationGroup",
              "{engine}, {numCacheClusters} x {nodeType},"
                  + " {multiAzEnabled?Multi-AZ|Single-AZ}, {transitEncryptionEnabled?TLS|no TLS}"),
          Map.entry(
              "aws:lb/loadBalancer:LoadBalancer",
              "{loadBalancerType}, {enableDeletionProtection?deletion protection|no deletion protection}"),
          Map.entry(
              "aws:lb/targetGroup:TargetGroup",
              "{protocol} {port}, health check {healthCheck.path}"),
          Map.entry("aws:lb/listener:Listener", "{protocol} {port}"),
          Map.entry(
              "aws:acm/certificate:Certificate", "{domainName}, {validationMethod} validation"),
          Map.entry("aws:route53/record:Record", "{type}"),
          Map.entry("aws:wafv2/webAcl:WebAcl", "{scope}"),
          Map.entry("aws:s3/bucketV2:BucketV2", ""),
          Map.entry("aws:backup/plan:Plan", ""),
          Map.entry(
              "aws:imagebuilder/imagePipeline:ImagePipeline", "{schedule.scheduleExpression}"),
          Map.entry("aws:sns/topic:Topic", ""),
          Map.entry("aws:ssm/parameter:Parameter", "{name}"));

  private static final Pattern INPUT = Pattern.compile("\\{([\\w.]+)(?:\\?([^|]*)\\|([^}]*))?}");

  private Highlights() {}

  /** What matters of {@code node}; empty if it is only counted. */
  public static Optional<String> of(ResourceNode node) {
    return Optional.ofNullable(PARTS.get(node.type())).map(parts -> line(node, parts));
  }

  private static String line(ResourceNode node, String parts) {
    Stream<String> said = Stream.of(parts.split(", ", -1)).map(part -> said(node, part));
    Stream<String> kept = Stream.of(node.protect() ? "Pulumi `protect`" : "");
    return Stream.concat(said, kept).filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
  }

  /** The part with its inputs filled in; empty if one of them is not known. */
  private static String said(ResourceNode node, String part) {
    boolean known =
        INPUT.matcher(part).results().allMatch(input -> node.input(input.group(1)).isPresent());
    return known
        ? INPUT
            .matcher(part)
            .replaceAll(input -> Matcher.quoteReplacement(word(input, node.input(input.group(1)))))
        : "";
  }

  private static String word(MatchResult input, Optional<Object> value) {
    String word = value.map(Object::toString).orElse("");
    if (input.group(2) == null) {
      return word;
    }
    return Boolean.parseBoolean(word) ? input.group(2) : input.group(3);
  }
}
