package dev.mainstay.posture;

import static dev.mainstay.posture.Mutation.add;
import static dev.mainstay.posture.Mutation.point;
import static dev.mainstay.posture.Mutation.remove;
import static dev.mainstay.posture.Mutation.set;
import static dev.mainstay.posture.Mutation.setIn;
import static dev.mainstay.posture.Mutation.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mainstay.graph.ResourceGraph;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each control passes on a sound stack, and fails, alone, where what it wants is broken. */
class BrokenControlsTest {
  private static final String DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
  private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
  private static final String ROUTE = "aws:ec2/route:Route";
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  private static final String SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
  private static final String DATABASE = "aws:rds/instance:Instance";
  private static final String PARAMETERS = "aws:rds/parameterGroup:ParameterGroup";
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  private static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  private static final String LISTENER = "aws:lb/listener:Listener";
  private static final String TARGETS = "aws:lb/targetGroup:TargetGroup";
  private static final String RECORD = "aws:route53/record:Record";
  private static final String ACL = "aws:wafv2/webAcl:WebAcl";
  private static final String GROUP = "aws:autoscaling/group:Group";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String KEY = "aws:kms/key:Key";
  private static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
  private static final String PUBLIC_ACCESS =
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
  private static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

  private static final ResourceGraph SOUND = SoundStack.graph();

  @Test
  void everyControlIsPassedByASoundStack() {
    assertThat(Posture.of(SOUND, Map.of()))
        .hasSize(49)
        .allMatch(result -> result.status() == Status.PASSED, "passed")
        .allMatch(result -> result.findings().isEmpty(), "without findings");
  }

  @Test
  void everyControlIsBrokenByATestBelow() {
    assertThat(broken().map(each -> each.get()[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(Posture.CONTROLS.stream().map(Control::name).toList());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("broken")
  void whatIsBrokenFailsItsControlAndNoOther(
      String control, String how, Mutation mutation, Collection<String> others) {
    var expected = new TreeSet<>(others);
    expected.add(control);

    assertThat(failed(mutation.apply(SOUND))).isEqualTo(expected);
  }

  private static Collection<String> failed(ResourceGraph graph) {
    return Posture.of(graph, Map.of()).stream()
        .filter(result -> result.status() != Status.PASSED)
        .peek(result -> assertThat(result.findings()).isNotEmpty())
        .map(result -> result.control().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
            network(), traffic(), database(), databaseCare(), cache(), edge(), fleet(), rest())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> network() {
    return Stream.of(
        broken("Default SG empty", "not managed", remove(DEFAULT_GROUP, "*")),
        broken(
            "Default SG empty",
            "a rule of its own",
            set(
                DEFAULT_GROUP,
                "*",
                "egress",
                List.of(Map.of("protocol", "tcp", "toPort", 9, "description", "x")))),
        broken("Flow logs", "none", remove("aws:ec2/flowLog:FlowLog", "*")),
        broken(
            "Flow logs",
            "accepted only",
            set("aws:ec2/flowLog:FlowLog", "*", "trafficType", "ACCEPT")),
        broken(
            "No auto public IP",
            "one subnet",
            set("aws:ec2/subnet:Subnet", "network-public-b", "mapPublicIpOnLaunch", true)),
        broken(
            "One NAT per AZ",
            "that of the other zone",
            point(ROUTE, "network-private-b", "natGatewayId", "::network-nat-a")),
        broken(
            "One NAT per AZ",
            "an instance",
            unset(ROUTE, "network-private-b", "natGatewayId")
                .then(set(ROUTE, "network-private-b", "instanceId", "i-1"))),
        broken("VPC endpoints", "ec2", remove(ENDPOINT, "network-endpoint-ec2")),
        broken("VPC endpoints", "ssm", remove(ENDPOINT, "network-endpoint-ssm")),
        broken("VPC endpoints", "ssmmessages", remove(ENDPOINT, "network-endpoint-ssmmessages")),
        broken("VPC endpoints", "ec2messages", remove(ENDPOINT, "network-endpoint-ec2messages")),
        broken("VPC endpoints", "s3", remove(ENDPOINT, "network-endpoint-s3")));
  }

  private static Stream<Arguments> traffic() {
    return Stream.of(
        broken(
            "SG ingress",
            "web servers open",
            set(INGRESS, "security-load-balancer-to-web", "cidrIpv4", "0.0.0.0/0")),
        broken(
            "SG ingress",
            "another port",
            set(INGRESS, "security-https-from-0.0.0.0/0", "toPort", 444L)),
        broken(
            "SG ingress",
            "IPv6, inline",
            set(
                SECURITY_GROUP,
                "security-database",
                "ingress",
                List.of(
                    Map.of(
                        "protocol",
                        "tcp",
                        "fromPort",
                        5432L,
                        "toPort",
                        5432L,
                        "ipv6CidrBlocks",
                        List.of("::/0"),
                        "description",
                        "x")))),
        broken("SG egress", "everything", set(EGRESS, "security-web-to-https", "ipProtocol", "-1")),
        broken("SG egress", "another port", set(EGRESS, "security-web-to-http", "toPort", 81L)),
        broken("Descriptions", "of a group", unset(SECURITY_GROUP, "security-web", "description")),
        broken("Descriptions", "of a rule", unset(EGRESS, "security-web-to-http", "description")),
        broken(
            "SG attached",
            "unused",
            add(SECURITY_GROUP, "idle", Map.of("description", "Nobody's"))));
  }

  private static Stream<Arguments> database() {
    return Stream.of(
        broken("RDS private", "public", set(DATABASE, "*", "publiclyAccessible", true)),
        broken(
            "RDS private",
            "in a public subnet",
            point("aws:rds/subnetGroup:SubnetGroup", "*", "subnetIds", "::network-public-a")),
        broken("RDS encrypted", "not", set(DATABASE, "*", "storageEncrypted", false)),
        broken("RDS encrypted", "key of AWS", unset(DATABASE, "*", "kmsKeyId")),
        broken("TLS to the DB", "optional", parameter("rds.force_ssl", "0")),
        broken(
            "RDS logs",
            "one kind",
            set(DATABASE, "*", "enabledCloudwatchLogsExports", List.of("upgrade"))),
        broken("RDS logs", "no statements", parameter("log_statement", "none")),
        broken("RDS logs", "no durations", parameter("log_min_duration_statement", "-1")),
        broken("RDS auth", "none", unset(DATABASE, "*", "iamDatabaseAuthenticationEnabled")),
        broken("Master secret", "own", unset(DATABASE, "*", "manageMasterUserPassword")),
        broken("Master secret", "key of AWS", unset(DATABASE, "*", "masterUserSecretKmsKeyId")),
        broken("Admin name", "postgres", set(DATABASE, "*", "username", "postgres")));
  }

  /** The parameter group, with one parameter of another value. */
  private static Mutation parameter(String name, String value) {
    var parameters =
        Stream.of("rds.force_ssl", "log_statement", "log_min_duration_statement")
            .map(each -> Map.of("name", each, "value", each.equals(name) ? value : "1"))
            .toList();
    return set(PARAMETERS, "*", "parameters", parameters);
  }

  private static Stream<Arguments> databaseCare() {
    return Stream.of(
        broken("RDS Multi-AZ", "not", set(DATABASE, "*", "multiAz", false)),
        broken("Deletion guard", "AWS", set(DATABASE, "*", "deletionProtection", false)),
        broken("Deletion guard", "Pulumi", Mutation.unprotect(DATABASE)),
        broken("Deletion guard", "snapshot", set(DATABASE, "*", "skipFinalSnapshot", true)),
        broken("Backups", "six days", set(DATABASE, "*", "backupRetentionPeriod", 6L)),
        broken("Backups", "none", unset(DATABASE, "*", "backupRetentionPeriod")),
        broken("Backup plan", "none", remove(SoundStack.SELECTION, "*")),
        broken("RDS monitoring", "interval", set(DATABASE, "*", "monitoringInterval", 0L)),
        broken("RDS monitoring", "role", unset(DATABASE, "*", "monitoringRoleArn")),
        broken("RDS monitoring", "insights", unset(DATABASE, "*", "performanceInsightsEnabled")),
        broken("RDS monitoring", "key", unset(DATABASE, "*", "performanceInsightsKmsKeyId")),
        broken(
            "Minor upgrades, tags, CA",
            "upgrades",
            set(DATABASE, "*", "autoMinorVersionUpgrade", false)),
        broken("Minor upgrades, tags, CA", "tags", unset(DATABASE, "*", "copyTagsToSnapshot")),
        broken(
            "Minor upgrades, tags, CA",
            "CA",
            set(DATABASE, "*", "caCertIdentifier", "rds-ca-2019")),
        broken("Events", "instances", remove(SoundStack.EVENTS, "instances")),
        broken("Events", "parameter groups", remove(SoundStack.EVENTS, "parameters")),
        broken("Events", "switched off", set(SoundStack.EVENTS, "instances", "enabled", false)));
  }

  private static Stream<Arguments> cache() {
    return Stream.of(
        broken("Cache failover", "manual", set(CACHE, "*", "automaticFailoverEnabled", false)),
        broken("Cache failover", "one zone", set(CACHE, "*", "multiAzEnabled", false)),
        broken("Cache failover", "one node", set(CACHE, "*", "numCacheClusters", 1L)),
        broken("Cache crypto", "at rest", set(CACHE, "*", "atRestEncryptionEnabled", false)),
        broken("Cache crypto", "key", unset(CACHE, "*", "kmsKeyId")),
        broken("Cache crypto", "in transit", set(CACHE, "*", "transitEncryptionEnabled", false)),
        broken("Cache crypto", "preferred", set(CACHE, "*", "transitEncryptionMode", "preferred")),
        broken("Cache auth", "nobody", unset(CACHE, "*", "userGroupIds")),
        broken("Cache ops", "snapshots", set(CACHE, "*", "snapshotRetentionLimit", 0L)),
        broken("Cache ops", "upgrades", set(CACHE, "*", "autoMinorVersionUpgrade", "false")),
        broken("Cache ops", "subnets", unset(CACHE, "*", "subnetGroupName")));
  }

  private static Stream<Arguments> edge() {
    String redirecting = "edge-http";
    String forwarding = "edge-https";
    return Stream.of(
        broken("ALB hardening", "headers", unset(LOAD_BALANCER, "*", "dropInvalidHeaderFields")),
        broken(
            "ALB hardening", "monitor", set(LOAD_BALANCER, "*", "desyncMitigationMode", "monitor")),
        broken("ALB logs", "none", unset(LOAD_BALANCER, "*", "accessLogs")),
        broken("ALB logs", "off", setIn(LOAD_BALANCER, "*", "accessLogs", "enabled", false)),
        broken("ALB guard", "off", set(LOAD_BALANCER, "*", "enableDeletionProtection", false)),
        broken(
            "ALB AZs",
            "one zone",
            set(LOAD_BALANCER, "*", "subnets", List.of("subnet"))
                .then(point(LOAD_BALANCER, "*", "subnets", "::network-public-a"))),
        broken(
            "ALB AZs",
            "targets in one",
            point(GROUP, "web", "vpcZoneIdentifiers", "::network-private-a"),
            "ASG"),
        broken("WAF", "none", remove("aws:wafv2/webAclAssociation:WebAclAssociation", "*")),
        broken("WAF", "no managed rules", set(ACL, "*", "rules", List.of(Map.of("name", "own")))),
        broken(
            "WAF",
            "no metrics",
            setIn(ACL, "*", "visibilityConfig", "cloudwatchMetricsEnabled", false)),
        broken(
            "WAF",
            "not logged",
            remove("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "*")),
        broken("DNS", "an address", unset(RECORD, "edge-apex", "aliases")),
        broken("Listener TLS", "plain", set(LISTENER, forwarding, "protocol", "HTTP"), "Redirect"),
        broken("Listener TLS", "default policy", unset(LISTENER, forwarding, "sslPolicy")),
        broken(
            "Listener TLS",
            "old ciphers",
            set(LISTENER, forwarding, "sslPolicy", "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06")),
        broken(
            "Listener TLS",
            "TLS 1.1",
            set(LISTENER, forwarding, "sslPolicy", "ELBSecurityPolicy-TLS13-1-1-2021-06")),
        broken("Redirect", "for now", redirect(redirecting, "statusCode", "HTTP_302")),
        broken("Redirect", "to HTTP", redirect(redirecting, "protocol", "HTTP")),
        broken("Redirect", "another port", redirect(redirecting, "port", "8443")),
        broken("Target TLS", "plain", set(TARGETS, "*", "protocol", "HTTP")),
        broken("Target TLS", "health", setIn(TARGETS, "*", "healthCheck", "protocol", "HTTP")),
        broken("Health check", "no path", setIn(TARGETS, "*", "healthCheck", "path", "")),
        broken(
            "ACM",
            "short key",
            set("aws:acm/certificate:Certificate", "*", "keyAlgorithm", "RSA_1024")));
  }

  private static Mutation redirect(String listener, String property, String value) {
    var redirect =
        new java.util.TreeMap<String, Object>(
            Map.of("protocol", "HTTPS", "port", "443", "statusCode", "HTTP_301"));
    redirect.put(property, value);
    return set(
        LISTENER,
        listener,
        "defaultActions",
        List.of(Map.of("type", "redirect", "redirect", redirect)));
  }

  private static Stream<Arguments> fleet() {
    String encrypted = "encrypted";
    String type = "volumeType";
    return Stream.of(
        broken("ASG", "health of EC2", set(GROUP, "web", "healthCheckType", "EC2")),
        broken("ASG", "no template", unset(GROUP, "web", "launchTemplate")),
        broken("ASG", "no tags", unset(GROUP, "web", "tags")),
        broken(
            "IMDSv2",
            "optional",
            setIn(TEMPLATE, "*", "metadataOptions", "httpTokens", "optional")),
        broken(
            "IMDSv2",
            "two hops",
            setIn(TEMPLATE, "*", "metadataOptions", "httpPutResponseHopLimit", 2L)),
        broken(
            "No public IP on web",
            "asked for",
            set(
                TEMPLATE,
                "*",
                "networkInterfaces",
                List.of(Map.of("associatePublicIpAddress", "true")))),
        broken("EBS", "plain", volume(Map.of(encrypted, "false", type, "gp3"))),
        broken("EBS", "gp2", volume(Map.of(encrypted, "true", type, "gp2"))),
        broken("Management", "no profile", unset(TEMPLATE, "*", "iamInstanceProfile")),
        broken(
            "Management",
            "no policy",
            remove("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "web-managed")),
        broken(
            "Management",
            "Remote Desktop",
            set(INGRESS, "security-load-balancer-to-web", "cidrIpv4", "203.0.113.0/24")
                .then(set(INGRESS, "security-load-balancer-to-web", "toPort", 3389L))),
        broken("User data", "key", set(TEMPLATE, "*", "userData", "aws_key=AKIAIOSFODNN7EXAMPLE")),
        broken(
            "User data",
            "password",
            set(TEMPLATE, "*", "userData", "$password = 'hunter2hunter2'")));
  }

  private static Mutation volume(Map<String, Object> ebs) {
    return set(TEMPLATE, "*", "blockDeviceMappings", List.of(Map.of("ebs", ebs)));
  }

  private static Stream<Arguments> rest() {
    return Stream.of(
        broken("KMS", "rotation", set(KEY, "*", "enableKeyRotation", false)),
        broken("KMS", "window", set(KEY, "*", "deletionWindowInDays", 7L)),
        broken("KMS", "no policy", remove("aws:kms/keyPolicy:KeyPolicy", "*")),
        broken(
            "KMS",
            "for all",
            set("aws:kms/keyPolicy:KeyPolicy", "*", "policy", allow("kms:Encrypt", "*"))),
        broken("IAM", "everything", set(ROLE_POLICY, "*", "policy", allow("*", "arn"))),
        broken("IAM", "a whole service", set(ROLE_POLICY, "*", "policy", allow("s3:*", "arn"))),
        broken("IAM", "any key", set(ROLE_POLICY, "*", "policy", allow("kms:Decrypt", "*"))),
        broken(
            "IAM",
            "trust",
            set("aws:iam/role:Role", "*", "assumeRolePolicy", allow("sts:AssumeRole", "*"))),
        broken(
            "IAM",
            "administrators",
            set(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                "database-monitoring",
                "policyArn",
                "arn:aws:iam::aws:policy/AdministratorAccess")),
        broken("Log groups", "a month", set(LOG_GROUP, "*", "retentionInDays", 30L)),
        broken("Log groups", "for ever", unset(LOG_GROUP, "*", "retentionInDays")),
        broken("Log groups", "no key", unset(LOG_GROUP, "*", "kmsKeyId")),
        broken("Log bucket", "blockPublicAcls", set(PUBLIC_ACCESS, "*", "blockPublicAcls", false)),
        broken(
            "Log bucket", "blockPublicPolicy", set(PUBLIC_ACCESS, "*", "blockPublicPolicy", false)),
        broken(
            "Log bucket", "ignorePublicAcls", set(PUBLIC_ACCESS, "*", "ignorePublicAcls", false)),
        broken(
            "Log bucket",
            "restrictPublicBuckets",
            set(PUBLIC_ACCESS, "*", "restrictPublicBuckets", false)),
        broken(
            "Log bucket",
            "plain HTTP",
            set("aws:s3/bucketPolicy:BucketPolicy", "*", "policy", allow("s3:Get", "*"))),
        broken(
            "Log bucket",
            "versions",
            setIn(
                "aws:s3/bucketVersioningV2:BucketVersioningV2",
                "*",
                "versioningConfiguration",
                "status",
                "Suspended")),
        broken(
            "Log bucket",
            "for ever",
            remove("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", "*")),
        broken(
            "Log bucket",
            "not encrypted",
            remove(
                "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                "*")),
        broken("Alarms, SNS", "off", set(SoundStack.ALARM, "*", "actionsEnabled", false)),
        broken("Alarms, SNS", "for nobody", unset(SoundStack.ALARM, "*", "alarmActions")),
        broken("Alarms, SNS", "not encrypted", unset(SoundStack.TOPIC, "*", "kmsMasterKeyId")));
  }

  private static String allow(String action, String resource) {
    return """
        {"Statement": {"Effect": "Allow", "Action": "%s", "Resource": "%s", "Principal": "*"}}"""
        .formatted(action, resource);
  }

  private static Arguments broken(String control, String how, Mutation mutation, String... others) {
    return arguments(control, how, mutation, List.of(others));
  }
}
