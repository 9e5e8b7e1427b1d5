package dev.mainstay.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What AWS adds to a new resource: addresses, endpoints, versions, options. */
final class Computed {
  private final Identities identities;

  Computed(Identities identities) {
    this.identities = identities;
  }

  /** All outputs: the inputs, the identity, and what only AWS knows. */
  Map<String, Object> outputs(
      ResourceType type,
      Proposal proposal,
      Map<String, Object> inputs,
      Identities.Identity identity) {
    var outputs = new LinkedHashMap<String, Object>();
    outputs.putAll(added(proposal, identity));
    if (!identity.arn().isEmpty()) {
      outputs.put("arn", identity.arn());
    }
    outputs.keySet().retainAll(type.outputs());
    outputs.putAll(inputs);
    outputs.remove(Autonames.DEFAULTS);
    if (type.outputs().contains("tagsAll")) {
      outputs.put("tagsAll", inputs.getOrDefault("tags", Map.of()));
    }
    return outputs;
  }

  private Map<String, Object> added(Proposal proposal, Identities.Identity identity) {
    var id = identity.id();
    return switch (proposal.type()) {
      case "aws:ec2/vpc:Vpc" -> vpc();
      case "aws:ec2/subnet:Subnet",
          "aws:ec2/securityGroup:SecurityGroup",
          "aws:ec2/routeTable:RouteTable",
          "aws:ec2/internetGateway:InternetGateway" ->
          Map.of("ownerId", Account.NUMBER);
      case "aws:ec2/eip:Eip" -> elasticIp(id);
      case "aws:ec2/natGateway:NatGateway" -> natGateway();
      case "aws:ec2/networkInterface:NetworkInterface" ->
          Map.of(
              "privateIp",
              "10.0.0.10",
              "macAddress",
              "02:00:00:00:00:01",
              "ownerId",
              Account.NUMBER);
      case "aws:ec2/launchTemplate:LaunchTemplate" ->
          Map.of("latestVersion", 1, "defaultVersion", 1);
      case "aws:ec2/vpcEndpoint:VpcEndpoint" ->
          Map.of(
              "state",
              "available",
              "prefixListId",
              "pl-" + identities.hex(8),
              "ownerId",
              Account.NUMBER);
      case "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule" ->
          Map.of("securityGroupRuleId", id);
      case "aws:rds/instance:Instance" -> database(proposal, id);
      case "aws:rds/proxy:Proxy" ->
          Map.of("endpoint", proposal.text("name") + ".proxy-" + host(proposal, "rds"));
      case "aws:elasticache/replicationGroup:ReplicationGroup" -> cache(proposal);
      case "aws:lb/loadBalancer:LoadBalancer" -> loadBalancer(proposal, identity.arn());
      case "aws:lb/targetGroup:TargetGroup" -> Map.of("arnSuffix", afterLastColon(identity.arn()));
      case "aws:acm/certificate:Certificate" -> certificate(proposal);
      case "aws:route53/record:Record" -> Map.of("fqdn", proposal.text("name"));
      case "aws:route53/zone:Zone" ->
          Map.of("zoneId", id, "nameServers", List.of("ns-1.awsdns-01.org"));
      case "aws:kms/key:Key" -> Map.of("keyId", id);
      case "aws:iam/role:Role", "aws:iam/instanceProfile:InstanceProfile" ->
          Map.of("uniqueId", "AROA" + identities.hex(16), "createDate", "2026-01-01T00:00:00Z");
      case "aws:s3/bucketV2:BucketV2" -> bucket(proposal);
      case "aws:ssm/parameter:Parameter" -> Map.of("version", 1);
      case "aws:secretsmanager/secretVersion:SecretVersion" -> Map.of("versionId", id);
      case "aws:sns/topic:Topic" -> Map.of("owner", Account.NUMBER);
      case "aws:wafv2/webAcl:WebAcl" -> Map.of("capacity", 700);
      case "aws:cloudwatch/dashboard:Dashboard" ->
          Map.of("dashboardArn", "arn:aws:cloudwatch::" + Account.NUMBER + ":dashboard/" + id);
      case "aws:imagebuilder/component:Component" ->
          Map.of("owner", Account.NUMBER, "type", "BUILD");
      default -> Map.of();
    };
  }

  /** Made along with a VPC. */
  private Map<String, Object> vpc() {
    var mainRouteTable = "rtb-" + identities.hex(17);
    return Map.of(
        "defaultSecurityGroupId",
        "sg-" + identities.hex(17),
        "defaultNetworkAclId",
        "acl-" + identities.hex(17),
        "defaultRouteTableId",
        mainRouteTable,
        "mainRouteTableId",
        mainRouteTable,
        "ownerId",
        Account.NUMBER);
  }

  private Map<String, Object> elasticIp(String id) {
    return Map.of(
        "allocationId", id, "publicIp", publicAddress(), "publicDns", "ec2.compute.amazonaws.com");
  }

  private Map<String, Object> natGateway() {
    return Map.of(
        "publicIp",
        publicAddress(),
        "privateIp",
        "10.0.0.20",
        "networkInterfaceId",
        "eni-" + identities.hex(17),
        "associationId",
        "eipassoc-" + identities.hex(17));
  }

  private Map<String, Object> database(Proposal proposal, String resourceId) {
    var port = proposal.number("port", 5432);
    var address = proposal.text("identifier") + "." + host(proposal, "rds");
    var added = new LinkedHashMap<String, Object>();
    added.put("address", address);
    added.put("endpoint", address + ":" + port);
    added.put("port", port);
    added.put("hostedZoneId", "Z1RLNUO7B9Q6NB");
    added.put("resourceId", resourceId);
    added.put("status", "available");
    added.put("engineVersionActual", proposal.text("engineVersion"));
    if (proposal.flag("manageMasterUserPassword")) {
      added.put("masterUserSecrets", List.of(masterSecret(proposal, resourceId)));
    }
    return added;
  }

  private Map<String, Object> masterSecret(Proposal proposal, String resourceId) {
    return Map.of(
        "secretArn",
        "arn:%s:secretsmanager:%s:%s:secret:rds!%s-%s"
            .formatted(
                proposal.place().partition(),
                proposal.place().region(),
                Account.NUMBER,
                resourceId,
                identities.hex(6)),
        "secretStatus",
        "active",
        "kmsKeyId",
        proposal.text("masterUserSecretKmsKeyId"));
  }

  private Map<String, Object> cache(Proposal proposal) {
    var group = proposal.text("replicationGroupId");
    var host = group + "." + host(proposal, "cache");
    return Map.of(
        "primaryEndpointAddress",
        "master." + host,
        "readerEndpointAddress",
        "replica." + host,
        "port",
        6379,
        "engineVersionActual",
        proposal.text("engineVersion"),
        "memberClusters",
        List.of(group + "-001"));
  }

  private Map<String, Object> loadBalancer(Proposal proposal, String arn) {
    var place = proposal.place();
    return Map.of(
        "dnsName",
        "%s-%s.%s.elb.amazonaws.com"
            .formatted(proposal.text("name"), identities.hex(8), place.region()),
        "zoneId",
        place.loadBalancerZoneId(),
        "arnSuffix",
        arn.substring(arn.indexOf("loadbalancer/") + "loadbalancer/".length()));
  }

  /** An apex and its wildcard are proven by one and the same record. */
  private Map<String, Object> certificate(Proposal proposal) {
    var names = new java.util.LinkedHashSet<String>();
    names.add(proposal.text("domainName"));
    names.addAll(proposal.texts("subjectAlternativeNames"));
    var options = names.stream().map(name -> (Object) validationOption(name)).toList();
    return proposal.text("validationMethod").equals("DNS")
        ? Map.of("domainValidationOptions", options, "status", "PENDING_VALIDATION")
        : Map.of("domainValidationOptions", List.of(), "status", "PENDING_VALIDATION");
  }

  private static Map<String, Object> validationOption(String name) {
    var proven = name.replaceFirst("^\\*\\.", "");
    var token = Integer.toHexString(proven.hashCode());
    return Map.of(
        "domainName",
        name,
        "resourceRecordName",
        "_" + token + "." + proven + ".",
        "resourceRecordType",
        "CNAME",
        "resourceRecordValue",
        "_" + token + ".acm-validations.aws.");
  }

  private static Map<String, Object> bucket(Proposal proposal) {
    var name = proposal.text("bucket");
    var region = proposal.place().region();
    return Map.of(
        "bucketDomainName", name + ".s3.amazonaws.com",
        "bucketRegionalDomainName", name + ".s3." + region + ".amazonaws.com",
        "region", region);
  }

  private String host(Proposal proposal, String service) {
    return identities.hex(6) + "." + proposal.place().region() + "." + service + ".amazonaws.com";
  }

  /** From the range kept for documentation. */
  private String publicAddress() {
    return "203.0.113." + Integer.parseInt(identities.hex(2), 16);
  }

  private static String afterLastColon(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
