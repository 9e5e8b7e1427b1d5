package dev.mainstay.simulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the provider refuses before AWS sees it. */
class ProviderRefusalsTest {
  private static final String VPC = "aws:ec2/vpc:Vpc";
  private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";

  private final Sandbox sandbox = new Sandbox();

  @Test
  void aMisspeltPropertyIsRefused() {
    refuses(
        () -> sandbox.make(VPC, "network", "cidrBlok", "10.0.0.0/16"),
        "cidrBlok: there is no such property");
  }

  @Test
  void aMisspeltPropertyInsideAnotherIsRefused() {
    refuses(
        () ->
            sandbox.make(
                "aws:lb/targetGroup:TargetGroup", "web", "healthCheck", Map.of("pfad", "/health")),
        "healthCheck.pfad: there is no such property");
  }

  @Test
  void aMissingRequiredPropertyIsRefused() {
    refuses(() -> sandbox.make("aws:ec2/subnet:Subnet", "a"), "vpcId: is required");
  }

  @Test
  void aValueOfTheWrongTypeIsRefused() {
    refuses(
        () ->
            sandbox.make(
                "aws:rds/instance:Instance",
                "db",
                "instanceClass",
                "db.t4g.micro",
                "multiAz",
                "yes"),
        "multiAz: must be a boolean, not \"yes\"");
  }

  @Test
  void aFractionWhereAWholeNumberIsDueIsRefused() {
    refuses(
        () ->
            sandbox.make(
                "aws:rds/instance:Instance",
                "db",
                "instanceClass",
                "db.t4g.micro",
                "allocatedStorage",
                20.5),
        "allocatedStorage: must be a whole number, not 20.5");
  }

  @Test
  void aScalarWhereAListIsDueIsRefused() {
    refuses(
        () -> sandbox.make(BALANCER, "edge", "subnets", "subnet-0"),
        "subnets: must be a list, not \"subnet-0\"");
  }

  @Test
  void aLogicalNameWithoutRoomForTheDigitsIsRefused() {
    refuses(
        () -> sandbox.make(BALANCER, "a-load-balancer-of-25-chars", "subnets", List.of()),
        "name: name 'a-load-balancer-of-25-chars-' plus 7 random chars is longer than maximum length 32");
  }

  @Test
  void anUnknownTypeIsRefused() {
    refuses(() -> sandbox.make("aws:ec2/moon:Moon", "moon"), "there is no type aws:ec2/moon:Moon");
  }

  private static void refuses(Runnable work, String message) {
    assertThatThrownBy(work::run).isInstanceOf(Refused.class).hasMessage(message);
  }
}
