package dev.mainstay.report;

import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What matters of a resource on one line of the terminal. A type that is not listed here is glue,
 * such as an association or a rule, and is only counted.
 */
public final class Highlights {
  /** Inputs by type; a text behind the colon says what true means, and one behind a bar false. */
  private static final Map<String, List<String>> INPUTS =
      Map.ofEntries(
          Map.entry("aws:kms/key:Key", List.of("enableKeyRotation:rotated")),
          Map.entry("aws:ec2/vpc:Vpc", List.of("cidrBlock")),
          Map.entry("aws:ec2/subnet:Subnet", List.of("cidrBlock", "availabilityZone")),
          Map.entry("aws:ec2/natGateway:NatGateway", List.of()),
          Map.entry("aws:ec2/flowLog:FlowLog", List.of("trafficType")),
          Map.entry("aws:ec2/vpcEndpoint:VpcEndpoint", List.of("vpcEndpointType")),
          Map.entry("aws:ec2/securityGroup:SecurityGroup", List.of("description")),
          Map.entry("aws:ec2/launchTemplate:LaunchTemplate", List.of("instanceType", "imageId")),
          Map.entry(
              "aws:autoscaling/group:Group", List.of("minSize", "maxSize", "healthCheckType")),
          Map.entry(
              "aws:rds/instance:Instance",
              List.of(
                  "engineVersion",
                  "instanceClass",
                  "multiAz:Multi-AZ|one zone",
                  "allocatedStorage",
                  "deletionProtection:protected|not protected")),
          Map.entry("aws:rds/parameterGroup:ParameterGroup", List.of("family")),
          Map.entry(
              "aws:elasticache/replicationGroup:ReplicationGroup",
              List.of(
                  "engine",
                  "nodeType",
                  "numCacheClusters",
                  "multiAzEnabled:Multi-AZ|one zone",
                  "transitEncryptionEnabled:TLS")),
          Map.entry(
              "aws:lb/loadBalancer:LoadBalancer",
              List.of("loadBalancerType", "enableDeletionProtection:protected|not protected")),
          Map.entry(
              "aws:lb/targetGroup:TargetGroup", List.of("protocol", "port", "healthCheck.path")),
          Map.entry("aws:lb/listener:Listener", List.of("protocol", "port")),
          Map.entry("aws:acm/certificate:Certificate", List.of("domainName", "validationMethod")),
          Map.entry("aws:route53/record:Record", List.of("type")),
          Map.entry("aws:wafv2/webAcl:WebAcl", List.of("scope")),
          Map.entry("aws:s3/bucketV2:BucketV2", List.of()),
          Map.entry("aws:backup/plan:Plan", List.of()),
          Map.entry("aws:sns/topic:Topic", List.of()),
          Map.entry("aws:ssm/parameter:Parameter", List.of("name", "type")));

  private Highlights() {}

  /** What matters of {@code node}; empty if it is glue. */
  public static Optional<String> of(ResourceNode node) {
    return Optional.ofNullable(INPUTS.get(node.type())).map(inputs -> line(node, inputs));
  }

  private static String line(ResourceNode node, List<String> inputs) {
    var words = new ArrayList<String>();
    for (String input : inputs) {
      int colon = input.indexOf(':');
      String path = colon < 0 ? input : input.substring(0, colon);
      node.input(path)
          .map(value -> colon < 0 ? value.toString() : said(input.substring(colon + 1), value))
          .filter(word -> !word.isEmpty())
          .ifPresent(words::add);
    }
    if (node.protect()) {
      words.add("kept by Pulumi");
    }
    return String.join(", ", words);
  }

  private static String said(String words, Object value) {
    int bar = words.indexOf('|');
    String yes = bar < 0 ? words : words.substring(0, bar);
    String no = bar < 0 ? "" : words.substring(bar + 1);
    return Boolean.parseBoolean(value.toString()) ? yes : no;
  }
}
