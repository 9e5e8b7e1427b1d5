package dev.mainstay.simulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What AWS refuses of networks, load balancers, names, servers, keys and policies: one rule at a
 * time.
 */
class AwsRulesTest {
  private final Sandbox sandbox = new Sandbox();
  private final LiveResource vpc =
      sandbox.make("aws:ec2/vpc:Vpc", "network", "cidrBlock", "10.0.0.0/16");
  private final LiveResource first = subnet("a", "10.0.0.0/24");
  private final LiveResource second = subnet("b", "10.0.1.0/24");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cidrBlock        | 10.0.0.0/15  | InvalidVpc.Range: The CIDR '10.0.0.0/15' is invalid.
          cidrBlock        | 10.0.0.0/29  | InvalidVpc.Range: The CIDR '10.0.0.0/29' is invalid.
          """)
  void networksAreOfASizeThatAwsHas(String property, String value, String error) {
    refuses(() -> sandbox.make("aws:ec2/vpc:Vpc", "other", property, value), error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.1.0.0/24   | eu-central-1c | InvalidSubnet.Range: The CIDR '10.1.0.0/24' is invalid.
          10.0.0.128/25 | eu-central-1c | InvalidSubnet.Conflict: The CIDR '10.0.0.128/25' conflicts with another subnet
          10.0.2.0/24   | us-east-1a    | InvalidParameterValue: Value (us-east-1a) for parameter availabilityZone is invalid.
          """)
  void subnetsLieInTheirNetworkAndApart(String block, String zone, String error) {
    refuses(
        () ->
            sandbox.make(
                "aws:ec2/subnet:Subnet",
                "c",
                "vpcId",
                vpc.id(),
                "cidrBlock",
                block,
                "availabilityZone",
                zone),
        error);
  }

  @Test
  void aLoadBalancerStandsInTwoZones() {
    refuses(
        () ->
            sandbox.make(
                "aws:lb/loadBalancer:LoadBalancer", "edge", "subnets", List.of(first.id())),
        "ValidationError: At least two subnets in two different Availability Zones must be specified");
  }

  @Test
  void aLoadBalancerTriesItsLogBucketAtOnce() {
    var bucket = sandbox.make("aws:s3/bucketV2:BucketV2", "logs");
    refuses(
        () ->
            sandbox.make(
                "aws:lb/loadBalancer:LoadBalancer",
                "edge",
                "subnets",
                List.of(first.id(), second.id()),
                "accessLogs",
                Map.of("enabled", true, "bucket", bucket.id())),
        "InvalidConfigurationRequest: Access Denied for bucket: %s. Please check S3bucket permission"
            .formatted(bucket.id()));
  }

  @Test
  void aHealthCheckEndsBeforeTheNextBegins() {
    refuses(
        () ->
            sandbox.make(
                "aws:lb/targetGroup:TargetGroup",
                "web",
                "healthCheck",
                Map.of("interval", 10, "timeout", 10)),
        "ValidationError: Health check timeout '10' must be smaller than the interval '10'");
  }

  @Test
  void aListenerTakesOnlyAnIssuedCertificate() {
    var balancer =
        sandbox.make(
            "aws:lb/loadBalancer:LoadBalancer",
            "edge",
            "subnets",
            List.of(first.id(), second.id()));
    var certificate =
        sandbox.make(
            "aws:acm/certificate:Certificate",
            "edge",
            "domainName",
            "example.org",
            "validationMethod",
            "DNS");
    refusesWith(
        () ->
            sandbox.make(
                "aws:lb/listener:Listener",
                "https",
                "loadBalancerArn",
                balancer.id(),
                "protocol",
                "HTTPS",
                "certificateArn",
                certificate.id(),
                "defaultActions",
                List.of(Map.of("type", "fixed-response"))),
        "UnsupportedCertificate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          www.notexample.org | CNAME | InvalidChangeBatch: RRSet with DNS name www.notexample.org. is not permitted in zone example.org.
          example.org        | CNAME | InvalidChangeBatch: RRSet of type CNAME with DNS name example.org. is not permitted at apex in zone example.org.
          """)
  void recordsBelongToTheirZone(String name, String type, String error) {
    sandbox.account().seed("aws:route53/zone:Zone", "Z1", Map.of("name", "example.org"));
    refuses(
        () ->
            sandbox.make(
                "aws:route53/record:Record",
                "record",
                "zoneId",
                "Z1",
                "name",
                name,
                "type",
                type,
                "ttl",
                60,
                "records",
                List.of("elsewhere.org")),
        error);
  }

  @Test
  void userDataIsLimited() {
    var tooMuch = java.util.Base64.getEncoder().encodeToString(new byte[16_385]);
    refuses(
        () -> sandbox.make("aws:ec2/launchTemplate:LaunchTemplate", "web", "userData", tooMuch),
        "InvalidUserData.Malformed: User data is limited to 16384 bytes");
  }

  @Test
  void aRootVolumeHoldsItsImage() {
    sandbox
        .account()
        .seed(
            "aws:ec2/ami:Ami",
            "ami-0123456789abcdef0",
            Map.of("snapshotGib", 30, "rootDeviceName", "/dev/sda1", "architecture", "x86_64"));
    refuses(
        () ->
            sandbox.make(
                "aws:ec2/launchTemplate:LaunchTemplate",
                "web",
                "imageId",
                "ami-0123456789abcdef0",
                "blockDeviceMappings",
                List.of(Map.of("deviceName", "/dev/sda1", "ebs", Map.of("volumeSize", 20)))),
        "InvalidBlockDeviceMapping: Volume of size 20GB is smaller than snapshot 'ami-0123456789abcdef0', expect size>= 30GB");
  }

  @Test
  void aGroupHoldsNoMoreThanItsMost() {
    refuses(
        () -> sandbox.make("aws:autoscaling/group:Group", "web", "minSize", 3, "maxSize", 2),
        "ValidationError: Max bound, 2, must be greater than or equal to min bound, 3");
  }

  @Test
  void aPortRangeRunsUpwards() {
    var group = sandbox.make("aws:ec2/securityGroup:SecurityGroup", "web", "vpcId", vpc.id());
    refuses(
        () ->
            sandbox.make(
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                "rule",
                "securityGroupId",
                group.id(),
                "ipProtocol",
                "tcp",
                "cidrIpv4",
                "10.0.0.0/8",
                "fromPort",
                443,
                "toPort",
                80),
        "InvalidParameterValue: Invalid TCP/UDP port range (443:80)");
  }

  @Test
  void aPolicyIsJson() {
    refuses(
        () -> sandbox.make("aws:iam/role:Role", "web", "assumeRolePolicy", "{"),
        "MalformedPolicyDocument: Syntax errors in policy.");
  }

  @Test
  void aKeyWaitsAtLeastAWeek() {
    refuses(
        () -> sandbox.make("aws:kms/key:Key", "key", "deletionWindowInDays", 6),
        "ValidationException: deletionWindowInDays must be from 7 to 30, not 6");
  }

  private LiveResource subnet(String letter, String block) {
    return sandbox.make(
        "aws:ec2/subnet:Subnet",
        letter,
        "vpcId",
        vpc.id(),
        "cidrBlock",
        block,
        "availabilityZone",
        "eu-central-1" + letter);
  }

  private static void refuses(Runnable work, String message) {
    assertThatThrownBy(work::run).isInstanceOf(Refused.class).hasMessage(message);
  }

  private static void refusesWith(Runnable work, String start) {
    assertThatThrownBy(work::run).isInstanceOf(Refused.class).hasMessageStartingWith(start);
  }
}
