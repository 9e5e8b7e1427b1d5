package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.runloop.FailurePrograms;
import dev.mainstay.simulator.SimulatedAws;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the CLI shows of the end of a program. */
@EngineTest
class RunLoopOnTheEngineTest {
  private static final String SETTINGS = "config:\n  aws:region: eu-central-1\n";

  @TempDir private Path folder;
  private SimulatedAws aws;

  @BeforeEach
  void open() {
    aws = new SimulatedAws();
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void anApplyThatRefusesIsItsBareMessage() {
    var outcome = up(FailurePrograms.FAILURE_IN_AN_APPLY);

    assertThat(outcome.ok()).isFalse();
    assertThat(outcome.output()).contains("error: The apply refuses.\n").doesNotContain("\tat ");
  }

  @Test
  void aRefusalWhileOthersAreInFlightIsItsBareMessage() {
    var outcome = up(FailurePrograms.FAILURE_WHILE_OTHERS_ARE_IN_FLIGHT);

    assertThat(outcome.ok()).isFalse();
    assertThat(outcome.output()).contains("error: The apply refuses.\n").doesNotContain("\tat ");
  }

  @Test
  void aResourceThatTheProviderRefusesFailsTheUp() {
    var outcome = up(FailurePrograms.FAILURE_IN_A_REGISTRATION);

    assertThat(outcome.ok()).isFalse();
    assertThat(outcome.output()).contains("error: ValidationException: type must be one of");
  }

  @Test
  void anErrorThatIsOnlyLoggedFailsTheUp() {
    var outcome = up(FailurePrograms.LOGGED_ERROR);

    assertThat(outcome.ok()).isFalse();
    assertThat(outcome.output()).contains("error: logged, not thrown\n");
  }

  @Test
  void whatAnApplyOfAnApplyRegistersIsCreated() {
    assertThat(up(FailurePrograms.REGISTRATIONS_IN_APPLIES).orFail().output())
        .contains("+ 4 created");
  }

  /** A pool of one thread, on JDK 25, is where the SDK's own runner never lets the program run. */
  @Test
  void aProgramEndsWithOneThreadInTheCommonPool() {
    var outcome =
        workspace(FailurePrograms.THOUSANDS_OF_TASKS)
            .with("JAVA_TOOL_OPTIONS", "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1")
            .stack("dev", SETTINGS)
            .preview();

    assertThat(outcome.orFail().output()).contains("+ 3001 to create");
  }

  private Outcome up(FailurePrograms program) {
    return workspace(program).stack("dev", SETTINGS).up();
  }

  private Workspace workspace(FailurePrograms program) {
    return Workspace.of(folder, "loop", FailurePrograms.class, aws.port())
        .with(FailurePrograms.CHOICE, program.name());
  }
}
