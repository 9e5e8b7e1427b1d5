package dev.mainstay.operations;

import com.pulumi.aws.budgets.Budget;
import com.pulumi.aws.budgets.BudgetArgs;
import com.pulumi.aws.budgets.inputs.BudgetCostFilterArgs;
import com.pulumi.aws.budgets.inputs.BudgetNotificationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.List;

/** What the stack may cost per month: an AWS Budget that notifies before it is spent. */
final class MonthlyBudget {
  private static final double WARNING_PERCENT = 80;
  private static final double ALL_PERCENT = 100;

  private MonthlyBudget() {}

  /**
   * Counts what bears the tag {@code Stack} of this stack; without that tag, the whole account. The
   * tag counts once it is activated for cost allocation.
   */
  static void of(
      String name, OperationsArgs args, Output<String> topicArn, CustomResourceOptions child) {
    String stack = args.tags.get("Stack");
    new Budget(
        name,
        BudgetArgs.builder()
            .budgetType("COST")
            .timeUnit("MONTHLY")
            .limitAmount(Integer.toString(args.monthlyBudgetUsd))
            .limitUnit("USD")
            .costFilters(
                stack == null
                    ? List.of()
                    : List.of(
                        BudgetCostFilterArgs.builder()
                            .name("TagKeyValue")
                            .values("user:Stack$" + stack)
                            .build()))
            .notifications(
                above(WARNING_PERCENT, "ACTUAL", topicArn),
                above(ALL_PERCENT, "FORECASTED", topicArn))
            .tags(Tags.named(args.tags, name))
            .build(),
        child);
  }

  private static BudgetNotificationArgs above(
      double percent, String kind, Output<String> topicArn) {
    return BudgetNotificationArgs.builder()
        .comparisonOperator("GREATER_THAN")
        .threshold(percent)
        .thresholdType("PERCENTAGE")
        .notificationType(kind)
        .subscriberSnsTopicArns(topicArn.applyValue(List::of))
        .build();
  }
}
