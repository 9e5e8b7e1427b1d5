package dev.mainstay.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips where there is no Pulumi CLI, and says so once; fails where {@code CI} is set. */
final class NeedsPulumiCli implements ExecutionCondition {
  private static final AtomicBoolean SAID = new AtomicBoolean();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (PulumiCli.folder().isPresent()) {
      return ConditionEvaluationResult.enabled("found the Pulumi CLI");
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(PulumiCli.HOW_TO_GET_IT);
    }
    if (SAID.compareAndSet(false, true)) {
      System.out.println("Engine tests skipped, " + PulumiCli.HOW_TO_GET_IT);
    }
    return ConditionEvaluationResult.disabled(PulumiCli.HOW_TO_GET_IT);
  }
}
