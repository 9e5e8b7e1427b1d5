package dev.mainstay.resilience.path;

import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.resilience.Mutation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Endpoints of AWS services that servers of several zones share. */
class ServiceEndpointsTest {
  private static final String ZONE_B = "Availability Zone us-east-1b fails";
  private static final String LOST =
      "Servers in us-east-1a lose endpoint `ssm`, which is in us-east-1b only.";

  private static List<String> with(boolean privateNames, String type, String... subnets) {
    return why(
        twoServers()
            .add(
                "aws:ec2/vpcEndpoint:VpcEndpoint",
                "ssm",
                Map.of(
                    "vpcId",
                    "@vpc",
                    "vpcEndpointType",
                    type,
                    "privateDnsEnabled",
                    privateNames,
                    "subnetIds",
                    List.of(subnets)))
            .build(),
        ZONE_B);
  }

  @Test
  void anEndpointInOneZoneIsTheSharedFateOfAllServers() {
    assertThat(with(true, "Interface", "@private-b")).contains(LOST);
  }

  @Test
  void anEndpointInEachZoneIsNot() {
    assertThat(with(true, "Interface", "@private-a", "@private-b")).doesNotContain(LOST);
  }

  @Test
  void neitherIsOneThatServersHaveToAskForByItsOwnName() {
    assertThat(with(false, "Interface", "@private-b")).doesNotContain(LOST);
    assertThat(with(true, "Gateway", "@private-b")).doesNotContain(LOST);
  }

  @Test
  void withoutServersElsewhereNobodyMissesIt() {
    var graph =
        twoServers()
            .add(
                "aws:ec2/vpcEndpoint:VpcEndpoint",
                "ssm",
                Map.of(
                    "vpcId",
                    "@vpc",
                    "vpcEndpointType",
                    "Interface",
                    "privateDnsEnabled",
                    true,
                    "subnetIds",
                    List.of("@private-b")));
    Mutation mutation = Mutation.of(graph.build());
    mutation.point(
        "aws:ec2/instance:Instance",
        "web1",
        "subnetId",
        mutation.node("aws:ec2/subnet:Subnet", "private-b"));

    assertThat(why(mutation.graph(), ZONE_B)).doesNotContain(LOST);
  }
}
