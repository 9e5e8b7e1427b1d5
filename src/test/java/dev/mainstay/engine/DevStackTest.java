package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.simulator.LiveResource;
import dev.mainstay.simulator.Operation;
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

/** The life of stack dev, from the first up to the last destroy. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DevStackTest {
  private SimulatedAws aws;
  private EngineStack stack;

  @BeforeAll
  void up(@TempDir Path folder) {
    aws = Mainstay.account();
    stack = Mainstay.dev(Mainstay.workspace(folder, aws));
    stack.up().orFail();
  }

  @AfterAll
  void close() {
    aws.close();
  }

  @Test
  @Order(1)
  void aSecondUpChangesNothing() {
    assertThat(stack.plan().changes()).isEmpty();
  }

  @Test
  @Order(2)
  void refreshFindsNoDrift() {
    stack.refresh().orFail();
  }

  @Test
  @Order(3)
  void noDataSourceIsInvoked() {
    assertThat(aws.journal().calls(Operation.INVOKE)).isEmpty();
  }

  @Test
  @Order(4)
  void onTheWayToProdNothingThatHoldsDataOrNamesIsReplaced() {
    var replaced = stack.planWith(dev -> salted(dev, Mainstay.settings("prod"))).replacedTypes();

    assertThat(replaced)
        .doesNotContain(
            "aws:ec2/vpc:Vpc",
            "aws:ec2/subnet:Subnet",
            "aws:kms/key:Key",
            Expectations.DATABASE,
            Expectations.CACHE,
            Expectations.BALANCER);
  }

  /** Other settings under the key that the stack's secrets are encrypted with. */
  private static String salted(String dev, String prod) {
    var salt = dev.lines().filter(line -> line.startsWith("encryptionsalt:")).findFirst();
    return salt.orElseThrow() + "\n" + prod;
  }

  @Test
  @Order(9)
  void destroyLeavesNothingButKeysPendingDeletionAndTheParametersOfTheCache() {
    stack.destroy().orFail();

    assertThat(aws.account().made())
        .extracting(LiveResource::name)
        .containsExactly("cache-valkey8");
    assertThat(aws.account().keysPendingDeletion()).hasSize(1);
    assertThat(stack.state().resources()).isEmpty();
  }
}
