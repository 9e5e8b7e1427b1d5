package dev.mainstay.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.Resilience;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import org.junit.jupiter.api.Test;

/** A resource is where its own provider is. */
class RegionsTest {
  private static String provider(String name, String region) {
    return """
        {"urn": "urn:pulumi:dev::shop::pulumi:providers:aws::%s", "custom": true, "id": "id-%s",
         "type": "pulumi:providers:aws", "inputs": {"region": "%s"}}"""
        .formatted(name, name, region);
  }

  private static String resource(String type, String name, String provider, String inputs) {
    return """
        {"urn": "urn:pulumi:dev::shop::%s::%s", "custom": true, "id": "%s", "type": "%s",
         "provider": "urn:pulumi:dev::shop::pulumi:providers:aws::%s::id-%s", "inputs": %s,
         "outputs": {}}"""
        .formatted(type, name, name, type, provider, provider, inputs);
  }

  private static DeployedStack stack(String... resources) {
    return PulumiJson.read(
            "{\"deployment\": {\"resources\": [%s]}}".formatted(String.join(",", resources)))
        .after();
  }

  private static String subnet(String name, String provider, String zone) {
    return resource(
        "aws:ec2/subnet:Subnet", name, provider, "{\"availabilityZone\": \"%s\"}".formatted(zone));
  }

  private static DeployedStack inTwoRegions(String elsewhere) {
    return stack(
        provider("home", "eu-central-1"),
        provider("away", "us-east-1"),
        subnet("a", "home", "eu-central-1a"),
        subnet("b", "home", "eu-central-1b"),
        elsewhere);
  }

  private static final String DATABASE =
      resource("aws:rds/instance:Instance", "orders", "away", "{\"multiAz\": true}");

  @Test
  void aResourceIsInTheRegionOfItsProvider() {
    assertThat(inTwoRegions(DATABASE).elsewhere())
        .containsExactly(
            entry("urn:pulumi:dev::shop::aws:rds/instance:Instance::orders", "us-east-1"));
  }

  @Test
  void itsOwnRegionOutranksThatOfItsProvider() {
    String own =
        resource("aws:rds/instance:Instance", "orders", "home", "{\"region\": \"eu-west-1\"}");

    assertThat(inTwoRegions(own).elsewhere()).containsValue("eu-west-1");
  }

  @Test
  void aStackOfOneRegionHasNothingElsewhere() {
    DeployedStack stack =
        stack(provider("home", "eu-central-1"), subnet("a", "home", "eu-central-1a"));

    assertThat(stack.elsewhere()).isEmpty();
    assertThat(stack.withGaps()).isEqualTo(stack.graph());
  }

  @Test
  void whatIsOnThePathInAnotherRegionLeavesEveryVerdictNotKnown() {
    DeployedStack stack = inTwoRegions(DATABASE);

    Resilience resilience = Resilience.of(stack.graph(), stack.withGaps());

    assertThat(resilience.verdicts()).extracting(Verdict::outcome).containsOnly(Outcome.UNKNOWN);
    assertThat(resilience.verdicts().get(0).why())
        .contains(
            "`orders` is in another region, us-east-1: whether requests depend on it is not"
                + " known.");
  }

  @Test
  void aCopyOfBackupsInAnotherRegionChangesNothing() {
    DeployedStack stack =
        inTwoRegions(
            resource("aws:backup/vault:Vault", "copies", "away", "{\"name\": \"copies\"}"));
    ResourceGraph graph = stack.graph();

    assertThat(Resilience.of(graph, stack.withGaps())).isEqualTo(Resilience.of(graph));
  }
}
