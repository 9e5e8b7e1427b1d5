package dev.mainstay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Making, changing and deleting, and what stands in the way. */
class LifecycleTest {
  private static final String VPC = "aws:ec2/vpc:Vpc";
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
  private static final String KEY = "aws:kms/key:Key";

  private final Sandbox sandbox = new Sandbox();

  @Test
  void idsAndArnsHaveTheFormOfAws() {
    var vpc = vpc();

    assertThat(vpc.id()).matches("vpc-[0-9a-f]{17}");
    assertThat(vpc.text("arn")).isEqualTo("arn:aws:ec2:eu-central-1:123456789012:vpc/" + vpc.id());
  }

  @Test
  void aNameLeftOutIsMadeUpAndKept() {
    var group = sandbox.make(GROUP, "web", "vpcId", vpc().id(), "description", "Web servers");

    assertThat(group.text("name")).matches("web-[0-9a-f]{7}");
    assertThat(
            sandbox
                .difference(group, "vpcId", group.text("vpcId"), "description", "Web servers")
                .changed())
        .isEmpty();
  }

  @Test
  void aReferenceToNothingIsRefused() {
    refuses(
        () ->
            sandbox.make(SUBNET, "a", "vpcId", "vpc-00000000000000000", "cidrBlock", "10.0.0.0/24"),
        "NotFound: vpcId names vpc-00000000000000000, which is no live aws:ec2/vpc:Vpc");
  }

  @Test
  void aReferenceToAnotherKindIsRefused() {
    var vpc = vpc();
    refuses(
        () -> sandbox.make("aws:rds/subnetGroup:SubnetGroup", "db", "subnetIds", List.of(vpc.id())),
        "NotFound: subnetIds[] names %s, which is no live aws:ec2/subnet:Subnet"
            .formatted(vpc.id()));
  }

  @Test
  void whatIsReferencedCannotBeDeleted() {
    var vpc = vpc();
    var subnet = sandbox.make(SUBNET, "a", "vpcId", vpc.id(), "cidrBlock", "10.0.0.0/24");

    refuses(
        () -> sandbox.delete(vpc),
        "DependencyViolation: %s is in use by %s (aws:ec2/subnet:Subnet)"
            .formatted(vpc.id(), subnet.id()));
    sandbox.delete(subnet);
    sandbox.delete(vpc);
    assertThat(sandbox.account().made()).isEmpty();
  }

  @Test
  void aSecondOfTheSameNameIsRefused() {
    sandbox.make("aws:cloudwatch/logGroup:LogGroup", "one", "name", "/web");

    refuses(
        () -> sandbox.make("aws:cloudwatch/logGroup:LogGroup", "two", "name", "/web"),
        "ResourceAlreadyExistsException: /web exists already");
  }

  @Test
  void whatAwsCannotChangeInPlaceIsReplaced() {
    var vpc = vpc();
    var difference = sandbox.difference(vpc, "cidrBlock", "10.1.0.0/16");

    assertThat(difference.changed()).containsExactly("cidrBlock");
    assertThat(difference.replacing()).containsExactly("cidrBlock");
    assertThat(difference.deleteFirst()).isFalse();
  }

  @Test
  void whatAwsCanChangeInPlaceIsUpdated() {
    var difference =
        sandbox.difference(vpc(), "cidrBlock", "10.0.0.0/16", "enableDnsHostnames", true);

    assertThat(difference.changed()).containsExactly("enableDnsHostnames");
    assertThat(difference.replacing()).isEmpty();
  }

  @Test
  void aReplacementUnderTheSameExplicitNameDeletesFirst() {
    var group = sandbox.make("aws:cloudwatch/logGroup:LogGroup", "web", "name", "/web");

    assertThat(
            sandbox
                .difference(group, "name", "/web", "logGroupClass", "INFREQUENT_ACCESS")
                .deleteFirst())
        .isTrue();
  }

  @Test
  void theOrderOfASetMeansNothing() {
    var template = List.of("sg-a", "sg-b");
    var type = new ResourceTypes().find("aws:lb/loadBalancer:LoadBalancer").orElseThrow();
    var difference =
        new Differences(new Autonames())
            .between(
                type,
                Map.of("securityGroups", template),
                Map.of("securityGroups", List.of("sg-b", "sg-a")));

    assertThat(difference.changed()).isEmpty();
  }

  @Test
  void aDeletedKeyLingers() {
    var key = sandbox.make(KEY, "key");
    sandbox.delete(key);

    assertThat(sandbox.account().made()).isEmpty();
    assertThat(sandbox.account().keysPendingDeletion()).containsExactly(key);
  }

  @Test
  void aNewVersionOfATemplateCountsUp() {
    var template = sandbox.make("aws:ec2/launchTemplate:LaunchTemplate", "web");
    var changed = sandbox.change(template, "instanceType", "t3.medium");

    assertThat(changed.get("latestVersion")).isEqualTo(2);
  }

  @Test
  void aCallCanBeMadeToFailOnce() {
    sandbox.faults().fail(Operation.CREATE, KEY, 1, "ThrottlingException");

    refuses(() -> sandbox.make(KEY, "key"), "ThrottlingException");
    assertThat(sandbox.make(KEY, "key").id()).isNotEmpty();
    assertThat(sandbox.journal().entries())
        .extracting(Journal.Entry::outcome)
        .containsExactly("ThrottlingException", "done");
  }

  @Test
  void everyFirstCreationCanBeMadeToFail() {
    sandbox.faults().failFirstCreationOfEach("InternalFailure");

    refuses(() -> sandbox.make(KEY, "one"), "InternalFailure");
    sandbox.make(KEY, "one");
    refuses(() -> sandbox.make(KEY, "two"), "InternalFailure");
  }

  @Test
  void theJournalHidesSecretsAndShowsWhatWasSentInTheClear() {
    sandbox.make(
        "aws:ssm/parameter:Parameter",
        "hidden",
        "type",
        "SecureString",
        "value",
        new Secret("one"));
    sandbox.make("aws:ssm/parameter:Parameter", "clear", "type", "SecureString", "value", "two");

    assertThat(sandbox.journal().entries().toString())
        .doesNotContain("value=one")
        .contains("[secret]", "two");
  }

  private LiveResource vpc() {
    return sandbox.make(VPC, "network", "cidrBlock", "10.0.0.0/16");
  }

  private static void refuses(Runnable work, String message) {
    assertThatThrownBy(work::run).isInstanceOf(Refused.class).hasMessage(message);
  }
}
