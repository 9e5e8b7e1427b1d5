package dev.mainstay;

import com.pulumi.Context;
import dev.mainstay.config.ConfigValues;
import dev.mainstay.plan.CommandLineInterface;
import dev.mainstay.plan.StackProgram;
import dev.mainstay.runloop.RunLoop;
import dev.mainstay.stack.StackConfig;
import java.util.logging.Logger;

/** Entry point: a Pulumi program when the Pulumi engine starts it, a command line otherwise. */
public final class Main {
  /** A strong reference, since a logger without one is collected and loses its filter. */
  private static final Logger SDK_LOG =
      Logger.getLogger("com.pulumi.deployment.internal.DeploymentImpl");

  private Main() {}

  public static void main(String[] args) {
    // The engine and the command line show these messages themselves.
    SDK_LOG.setFilter(message -> false);
    if (System.getenv("PULUMI_MONITOR") != null) {
      RunLoop.run(Main::deploy);
    } else {
      System.exit(CommandLineInterface.run(Main::program, args));
    }
  }

  private static void deploy(Context context) {
    var values = ConfigValues.fromEngine(System.getenv());
    var config = StackConfig.of(context.projectName(), context.stackName(), values);
    if (!"true".equals(System.getenv("PULUMI_DRY_RUN"))) {
      config.refuseUnlessDeployable();
    }
    config.warnings().forEach(warning -> context.log().warn(warning.message()));
    MainstayStack.declare(context, config);
  }

  static StackProgram program(String project, String stack, ConfigValues values) {
    var config = StackConfig.of(project, stack, values);
    return new StackProgram(
        config.region(),
        config.relaxations(),
        config.waivers(),
        config.warnings(),
        config.targets(),
        config.allowDataLoss(),
        config.usage(),
        config.monthlyBudgetUsd(),
        context -> MainstayStack.declare(context, config));
  }
}
