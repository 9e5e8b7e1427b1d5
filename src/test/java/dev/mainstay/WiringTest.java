package dev.mainstay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.ConfigValues.Secret;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.stack.GivenConfiguration;
import org.junit.jupiter.api.Test;

/** What the parts of a stack get from one another, where the shipped stacks do not show it. */
class WiringTest {
  private final GivenConfiguration given = new GivenConfiguration();

  private ResourceGraph stack() {
    return Stacks.capture("prod", given.config());
  }

  @Test
  void aRestoreIsTestedInTheSubnetsOfTheDatabaseWhereAnAccountMayHaveNoOthers() {
    given.set("operations.restoreTesting", true);
    ResourceGraph stack = stack();
    ResourceNode selection =
        stack.all("aws:backup/restoreTestingSelection:RestoreTestingSelection").get(0);

    assertThat(selection.referencesAt("restoreMetadataOverrides"))
        .containsExactly(stack.find("aws:rds/subnetGroup:SubnetGroup", "database").get().urn());
  }

  @Test
  void onlyTheDatabasesOwnParametersAreReported() {
    ResourceGraph stack = stack();
    ResourceNode events =
        stack
            .find("aws:rds/eventSubscription:EventSubscription", "operations-database-parameters")
            .orElseThrow();

    assertThat(events.referencesAt("sourceIds"))
        .containsExactly(
            stack.find("aws:rds/parameterGroup:ParameterGroup", "database-postgres17").get().urn());
  }

  @Test
  void theWebServersReadThePasswordOfTheCache() {
    given.set("cache.authentication", "password");
    given.values.put("mainstay:cachePassword", new Secret("correct-horse-battery"));
    given.waive("cache.authentication");
    ResourceGraph stack = stack();
    String secret = stack.find("aws:secretsmanager/secret:Secret", "cache-user").get().urn();

    assertThat(
            stack
                .find("aws:ssm/parameter:Parameter", "connections-cache-secret-arn")
                .get()
                .referencesAt("value"))
        .containsExactly(secret);
    assertThat(
            stack
                .find("aws:iam/rolePolicy:RolePolicy", "connections-cache")
                .get()
                .referencesAt("policy"))
        .contains(secret);
  }
}
