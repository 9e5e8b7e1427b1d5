package dev.mainstay.cost;

import static dev.mainstay.graph.HandMade.graph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackRegionTest {
  private static final String SUBNET = "aws:ec2/subnet:Subnet";

  @Test
  void theZonesOfTheSubnetsTellTheRegion() {
    assertThat(
            StackRegion.of(
                graph()
                    .with(SUBNET, "a", Map.of("availabilityZone", "us-gov-west-1a"))
                    .with("a:b:C", "other", Map.of("arn", "arn:aws:kms:eu-west-1:1:key/1"))
                    .build()))
        .contains("us-gov-west-1");
  }

  @Test
  void withoutZonesTheArnsOfMostResourcesTellIt() {
    assertThat(
            StackRegion.of(
                graph()
                    .with(SUBNET, "a", Map.of())
                    .with("a:b:C", "cdn", Map.of("arn", "arn:aws:acm:us-east-1:1:certificate/1"))
                    .with(
                        "a:b:C",
                        "key",
                        Map.of("list", List.of(Map.of("x", "arn:aws:kms:eu-west-1:1:key/1"))))
                    .with("a:b:C", "text", Map.of("policy", "{arn:aws-cn:sns:eu-west-1:1:topic}"))
                    .build()))
        .contains("eu-west-1");
  }

  @Test
  void anArnMayStandAnywhereInTheInputs() {
    for (Object value :
        List.of(
            "arn:aws:kms:eu-west-1:1:key/1",
            List.of("arn:aws:kms:eu-west-1:1:key/1"),
            Map.of("key", "arn:aws:kms:eu-west-1:1:key/1"),
            Map.of("keys", List.of(Map.of("key", "arn:aws:kms:eu-west-1:1:key/1"))))) {
      assertThat(StackRegion.of(graph().with("a:b:C", "it", Map.of("input", value)).build()))
          .contains("eu-west-1");
    }
  }

  @Test
  void aGraphMayNotTellIt() {
    assertThat(
            StackRegion.of(
                graph()
                    .with("a:b:C", "policy", Map.of("arn", "arn:aws:iam::aws:policy/ReadOnly"))
                    .build()))
        .isEmpty();
  }
}
