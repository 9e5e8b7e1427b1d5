package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

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

@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SmallProgramTest {
  private static final String PASSWORD = "correct-horse-battery";

  private SimulatedAws aws;
  private EngineStack stack;

  @BeforeAll
  void start(@TempDir Path folder) {
    aws = new SimulatedAws();
    stack =
        Workspace.of(folder, "small", SmallProgram.class, aws.port())
            .stack("dev", "config:\n  aws:region: eu-central-1\n");
    stack.secret("password", PASSWORD);
  }

  @AfterAll
  void stop() {
    aws.close();
  }

  @Test
  @Order(1)
  void upMakesEverything() {
    stack.up().orFail();

    assertThat(aws.account().made())
        .extracting(resource -> resource.name())
        .containsExactlyInAnyOrder("network", "data-a", "data-b", "database", "database");
    assertThat(stack.outputs().get("address").getAsString())
        .matches("database-[0-9a-f]{7}\\.[0-9a-f]{6}\\.eu-central-1\\.rds\\.amazonaws\\.com");
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
  void theSecretIsReadableNowhere() {
    assertThat(stack.stateText()).doesNotContain(PASSWORD);
    assertThat(aws.journal().entries().toString()).doesNotContain(PASSWORD).contains("[secret]");
  }

  @Test
  @Order(5)
  void aBiggerClassIsAnUpdate() {
    stack.config("class", "db.t4g.small");

    assertThat(stack.plan().changes()).containsExactly("update database");
  }

  @Test
  @Order(6)
  void aProtectedDatabaseIsNotDestroyed() {
    stack.config("protected", "true");
    stack.up().orFail();

    assertThat(stack.destroy().output()).contains("Cannot delete protected DB Instance");
    assertThat(aws.account().all("aws:rds/instance:Instance")).hasSize(1);
  }

  @Test
  @Order(7)
  void destroyLeavesNothing() {
    stack.config("protected", "false");
    stack.up().orFail();
    stack.destroy().orFail();

    assertThat(aws.account().made()).isEmpty();
    assertThat(aws.journal().calls(Operation.INVOKE)).isEmpty();
  }
}
