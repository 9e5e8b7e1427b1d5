package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.simulator.LiveResource;
import dev.mainstay.simulator.Operation;
import dev.mainstay.simulator.Pace;
import dev.mainstay.simulator.SimulatedAws;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of stack prod; the tests follow one another on one stack. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProdStackTest {
  private SimulatedAws aws;
  private EngineStack stack;
  private State state;

  @BeforeAll
  void up(@TempDir Path folder) {
    aws = Mainstay.account();
    aws.pace(Pace.SCALED);
    stack = Mainstay.prod(Mainstay.workspace(folder, aws));
    stack.up().orFail();
    aws.pace(Pace.INSTANT);
    state = stack.state();
  }

  @AfterAll
  void close() {
    aws.close();
  }

  @Test
  @Order(1)
  void anUpTakesAboutAsLongAsTheDatabase() {
    Expectations.upTakesAsLongAsTheDatabase(state);
  }

  @Test
  @Order(1)
  void fleetDatabaseCacheAndBalancerAreCreatedSideBySide() {
    Expectations.createdSideBySide(state);
  }

  @Test
  @Order(1)
  void theFleetWaitsForItsWayOutItsPermissionsAndItsListener() {
    Expectations.fleetWaitsForWhatItsBootNeeds(state);
  }

  @Test
  @Order(1)
  void onlySecurityGroupsReachDatabaseAndCache() {
    Expectations.onlySecurityGroupsReachDatabaseAndCache(aws.account());
  }

  @Test
  @Order(1)
  void noDataSourceIsInvoked() {
    assertThat(aws.journal().calls(Operation.INVOKE)).isEmpty();
  }

  @Test
  @Order(2)
  void aSecondUpChangesNothing() {
    assertThat(stack.plan().changes()).isEmpty();
  }

  @Test
  @Order(3)
  void refreshFindsNoDrift() {
    stack.refresh().orFail();
  }

  @Test
  @Order(4)
  void aBiggerClassIsAnUpdateOfTheDatabase() {
    var plan = stack.planWith(it -> it.replace("db.m7g.large", "db.m7g.xlarge"));

    assertThat(plan.changes()).contains("update database");
    assertThat(plan.operations()).containsOnly("update");
  }

  @Test
  @Order(4)
  void moreStorageIsAnUpdateOfTheDatabase() {
    var plan = stack.planWith(it -> it.replace("storageGib: 400", "storageGib: 500"));

    assertThat(plan.changes()).contains("update database");
    assertThat(plan.operations()).containsOnly("update");
  }

  @Test
  @Order(4)
  void aThirdZoneOnlyAdds() {
    var plan = stack.planWith(it -> it.replace("[a, b]", "[a, b, c]"));

    assertThat(plan.operations()).containsOnly("create", "update");
  }

  @Test
  @Order(5)
  void databaseAndLoadBalancerRefuseToBeDestroyed() {
    var refused = stack.destroy();

    assertThat(refused.ok()).isFalse();
    assertThat(refused.output()).contains("cannot be deleted").contains("is protected");
    assertThat(aws.account().all(Expectations.DATABASE)).hasSize(1);
    assertThat(aws.account().all(Expectations.BALANCER)).hasSize(1);
  }

  @Test
  @Order(6)
  void withProtectionTakenOffByConfigOnlyKeysAndTheParametersOfTheCacheAreLeft() {
    stack.edit(ProdStackTest::withoutProtection);
    stack.up().orFail();
    stack.destroy().orFail();

    // Left by the destroy that was refused half way, when changes still waited for the window.
    assertThat(aws.account().made())
        .extracting(LiveResource::name)
        .containsExactly("cache-valkey8");
    assertThat(aws.account().keysPendingDeletion()).isNotEmpty();
  }

  private static String withoutProtection(String settings) {
    return settings
        .replace("mainstay:database:\n", "mainstay:database:\n    deletionProtection: false\n")
        .replace("mainstay:cache:\n", "mainstay:cache:\n    applyImmediately: true\n")
        .replace("mainstay:edge:\n", "mainstay:edge:\n    deletionProtection: false\n")
        .replaceFirst(
            "config:\n",
            """
            config:
              mainstay:waivers:
                database.deletionProtection: the stack is taken down
                edge.deletionProtection: the stack is taken down
            """);
  }
}
