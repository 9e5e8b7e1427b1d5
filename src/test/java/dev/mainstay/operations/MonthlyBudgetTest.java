package dev.mainstay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.security.EncryptionKey;
import dev.mainstay.security.EncryptionKeyArgs;
import dev.mainstay.simulator.Rehearsal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthlyBudgetTest {
  private static final String BUDGET = "aws:budgets/budget:Budget";
  private static final String TOPIC = "aws:sns/topic:Topic";
  private static final String POLICY = "aws:sns/topicPolicy:TopicPolicy";

  private final OperationsArgs args = OperationsFixture.args();

  private Deployed deployed() {
    args.monthlyBudgetUsd = 1500;
    return OperationsFixture.deployed(args);
  }

  @Test
  void withoutABudgetThereIsNone() {
    Deployed deployed = OperationsFixture.deployed(args);

    assertThat(deployed.all(BUDGET)).isEmpty();
    assertThat(deployed.only(POLICY).text("policy", "")).doesNotContain("budgets");
  }

  @Test
  void itNotifiesTheTopicAtEightyPercentAndWhenTheForecastReachesAll() {
    Deployed deployed = deployed();
    ResourceNode budget = deployed.only(BUDGET);

    assertThat(budget.inputs())
        .containsEntry("budgetType", "COST")
        .containsEntry("timeUnit", "MONTHLY")
        .containsEntry("limitAmount", "1500")
        .containsEntry("limitUnit", "USD");
    assertThat(notification(budget, 0)).isEqualTo("ACTUAL GREATER_THAN 80.0 PERCENTAGE");
    assertThat(notification(budget, 1)).isEqualTo("FORECASTED GREATER_THAN 100.0 PERCENTAGE");
    for (int index : List.of(0, 1)) {
      assertThat(budget.referencesAt("notifications[%d].subscriberSnsTopicArns".formatted(index)))
          .containsExactly(deployed.only(TOPIC).urn());
    }
  }

  private static String notification(ResourceNode budget, int index) {
    String at = "notifications[%d].".formatted(index);
    return "%s %s %s %s"
        .formatted(
            budget.text(at + "notificationType", ""),
            budget.text(at + "comparisonOperator", ""),
            Double.parseDouble(budget.text(at + "threshold", "0")),
            budget.text(at + "thresholdType", ""));
  }

  @Test
  void itCountsTheResourcesOfTheStackAlone() {
    args.tags(Map.of("Name", "mainstay-test", "Stack", "test"));

    assertThat(deployed().only(BUDGET).input("costFilters"))
        .contains(List.of(Map.of("name", "TagKeyValue", "values", List.of("user:Stack$test"))));
  }

  @Test
  void withoutTheTagItCountsTheAccount() {
    assertThat(deployed().only(BUDGET).input("costFilters").orElse(List.of())).isEqualTo(List.of());
  }

  @Test
  void itMayPublishToTheTopic() {
    assertThat(deployed().only(POLICY).text("policy", "")).contains("budgets.amazonaws.com");
  }

  @Test
  void simulatedAwsAcceptsIt() {
    args.tags(Map.of("Name", "mainstay-test", "Stack", "test"));
    args.monthlyBudgetUsd = 1500;

    assertThat(
            Rehearsal.refusal(
                "mainstay",
                "test",
                "eu-central-1",
                account -> {},
                context -> {
                  var key =
                      new EncryptionKey(
                          "key", new EncryptionKeyArgs().region("eu-central-1"), null);
                  var topic =
                      new Topic("topic", TopicArgs.builder().kmsMasterKeyId(key.arn()).build());
                  MonthlyBudget.of(
                      "operations", args, topic.arn(), CustomResourceOptions.builder().build());
                }))
        .isEmpty();
  }
}
