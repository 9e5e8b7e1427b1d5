package dev.mainstay.runloop;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class RunLoopTest {
  private static final TestOptions OPTIONS =
      TestOptions.builder().projectName("loop").stackName("test").build();

  private static final Mocks MOCKS = new RefusingMocks();

  @AfterEach
  void endDeployment() {
    PulumiTest.cleanup();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "THOUSANDS_OF_TASKS")
  void aProgramEndsAsItDoesWithTheRunnerOfTheSdk(FailurePrograms program) {
    var waiting = ending(RunLoop.runMocked(OPTIONS, MOCKS, program.program));
    PulumiTest.cleanup();
    var polling = ending(PulumiTest.withOptions(OPTIONS).withMocks(MOCKS).runTest(program.program));

    assertThat(waiting).isEqualTo(polling);
  }

  @Test
  void thousandsOfTasksAreAwaited() {
    var result = RunLoop.runMocked(OPTIONS, MOCKS, FailurePrograms.THOUSANDS_OF_TASKS.program);

    assertThat(result.exitCode()).isZero();
    assertThat(result.resources()).hasSize(3001);
    assertThat(PulumiTest.extractValue(result.output("count", Integer.class))).isEqualTo(3000);
  }

  @Test
  void whatAnApplyOfAnApplyRegistersIsAwaited() {
    for (int run = 0; run < 200; run++) {
      var result =
          RunLoop.runMocked(OPTIONS, MOCKS, FailurePrograms.REGISTRATIONS_IN_APPLIES.program);
      PulumiTest.cleanup();

      assertThat(result.resources())
          .extracting(resource -> resource.pulumiResourceName())
          .contains("outer", "inner", "innermost");
    }
  }

  @Test
  void theRunnerOfThisSdkIsTheKnownOne() {
    assertThat(SdkRunner.isKnown()).isTrue();
  }

  @Test
  void anotherRunnerIsNotTheKnownOne() {
    assertThat(SdkRunner.digest("/com/pulumi/deployment/internal/DeploymentImpl.class"))
        .isNotEqualTo(SdkRunner.digest(SdkRunner.CLASS));
    assertThat(SdkRunner.digest("/no/such/Runner.class")).isEqualTo("none");
  }

  private record Ending(
      int exitCode, List<String> exceptions, List<String> errors, List<String> resources) {}

  private static Ending ending(TestResult result) {
    return new Ending(
        result.exitCode(),
        result.exceptions().stream().map(Exception::toString).toList(),
        result.errors().stream().map(RunLoopTest::withoutTrace).toList(),
        // After a failure it is a race which of the others are still registered.
        result.exitCode() != 0
            ? List.of()
            : result.resources().stream().map(each -> each.pulumiResourceName()).sorted().toList());
  }

  private static String withoutTrace(String error) {
    return error.lines().filter(line -> !line.startsWith("\t")).reduce("", String::concat);
  }

  private static final class RefusingMocks implements Mocks {
    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      if ("Novel".equals(args.inputs.get("type"))) {
        return CompletableFuture.failedFuture(new IllegalArgumentException("refused by the mock"));
      }
      return CompletableFuture.completedFuture(
          ResourceResult.of(Optional.of(args.name + "-id"), withName(args)));
    }

    private static Map<String, Object> withName(ResourceArgs args) {
      var state = new java.util.HashMap<String, Object>(args.inputs);
      state.put("name", args.name);
      return state;
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
      return CompletableFuture.completedFuture(Map.of());
    }
  }
}
