package dev.mainstay.runloop;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.context.internal.ConfigContextInternal;
import com.pulumi.context.internal.ContextInternal;
import com.pulumi.context.internal.LoggingContextInternal;
import com.pulumi.context.internal.OutputContextInternal;
import com.pulumi.core.internal.OutputFactory;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentImpl.DeploymentState;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.deployment.internal.InlineDeploymentSettings;
import com.pulumi.internal.PulumiInternal;
import com.pulumi.resources.StackOptions;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import com.pulumi.test.internal.PulumiTestInternal;
import java.util.function.Consumer;

/**
 * Runs Pulumi programs with {@link WaitingRunner} where this is the SDK it was written for, and
 * with the SDK's own runner otherwise.
 */
public final class RunLoop {
  private RunLoop() {}

  /** Runs a program that the Pulumi engine started, and ends this process with its exit code. */
  public static void run(Consumer<Context> program) {
    run(StackOptions.Empty, program);
  }

  /** The same with options of the stack, such as transformations of its resources. */
  public static void run(StackOptions options, Consumer<Context> program) {
    fromEnvironment(options).run(program);
  }

  private static PulumiInternal fromEnvironment(StackOptions options) {
    return SdkRunner.isKnown()
        ? deployment(DeploymentState.fromEnvironment(), options)
        : PulumiInternal.fromEnvironment(options);
  }

  /** A deployment that runs inside this process, for a component that the engine constructs. */
  public static PulumiInternal inline(InlineDeploymentSettings settings) {
    return SdkRunner.isKnown()
        ? deployment(DeploymentState.fromInline(settings), StackOptions.Empty)
        : PulumiInternal.fromInline(settings, StackOptions.Empty);
  }

  /** Runs a program against {@code mocks}, without an engine. */
  public static TestResult runMocked(TestOptions options, Mocks mocks, Consumer<Context> program) {
    return SdkRunner.isKnown()
        ? mocked(options, mocks).runTest(program)
        : PulumiTest.withOptions(options).withMocks(mocks).runTest(program);
  }

  private static PulumiTestInternal mocked(TestOptions options, Mocks mocks) {
    return PulumiTestInternal.builder()
        .options(options)
        .mocks(mocks)
        .deploymentFactory(state -> new DeploymentImpl(waiting(state)))
        .build();
  }

  /** As {@code PulumiInternal.fromEnvironment} puts it together. */
  private static PulumiInternal deployment(DeploymentState state, StackOptions options) {
    var deployment = new DeploymentImpl(waiting(state));
    DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(deployment));
    var context =
        new ContextInternal(
            deployment.getOrganizationName(),
            deployment.getProjectName(),
            deployment.getStackName(),
            new LoggingContextInternal(deployment.getLog()),
            new ConfigContextInternal(
                deployment.getProjectName(), name -> new Config(deployment.getConfig(), name)),
            new OutputContextInternal(new OutputFactory(deployment.getRunner())),
            options.resourceTransformations());
    return new PulumiInternal(deployment.getRunner(), context);
  }

  private static DeploymentState waiting(DeploymentState state) {
    state.runner = new WaitingRunner(state.runner);
    return state;
  }
}
