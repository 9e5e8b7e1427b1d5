package dev.mainstay.cost;

import static dev.mainstay.cost.Estimate.in;
import static dev.mainstay.cost.Estimate.lines;
import static dev.mainstay.cost.Estimate.notPriced;
import static dev.mainstay.graph.HandMade.graph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchPricingTest {

  @Test
  void alarmsArePricedByMetric() {
    String type = "aws:cloudwatch/metricAlarm:MetricAlarm";
    var graph =
        in("us-east-1")
            .with(type, "plain", Map.of("period", 60L))
            .with(
                type,
                "expression",
                Map.of(
                    "metricQueries",
                    List.of(
                        Map.of("expression", "a/b"),
                        Map.of("metric", Map.of()),
                        Map.of("metric", Map.of()))))
            .with(type, "quick", Map.of("period", 10L))
            .with(
                type,
                "quick expression",
                Map.of(
                    "metricQueries",
                    List.of(
                        Map.of("metric", Map.of("period", 60L)),
                        Map.of("metric", Map.of("period", 60L)),
                        Map.of("metric", Map.of("period", 59L)))));

    assertThat(lines(graph))
        .containsExactly(
            "alarm, per metric: 1 month x 0.1 = 0.10", "alarm, per metric: 2 month x 0.1 = 0.20");
    assertThat(notPriced(graph))
        .containsExactly(
            "high-resolution alarm: the prices hold only standard alarms",
            "high-resolution alarm: the prices hold only standard alarms");
  }

  @Test
  void logsArePricedByWhatIsKept() {
    String type = "aws:cloudwatch/logGroup:LogGroup";
    var graph =
        in("us-east-1")
            .with(type, "month", Map.of("retentionInDays", 30L))
            .with(type, "longer", Map.of("retentionInDays", 31L))
            .with(type, "ever", Map.of())
            .with(type, "rare", Map.of("logGroupClass", "INFREQUENT_ACCESS"));

    assertThat(lines(graph))
        .containsExactly(
            "log data: 1 gb x 0.5 = 0.50 (1 GB (usage.logGb))",
            "log storage: 1 gb-month x 0.03 = 0.03"
                + " (1 GB (usage.logGb); kept for 30 days, not compressed)",
            "log data: 1 gb x 0.5 = 0.50 (1 GB (usage.logGb))",
            "log storage: 2 gb-month x 0.03 = 0.06"
                + " (1 GB (usage.logGb); kept for 31 days, not compressed)",
            "log data: 1 gb x 0.5 = 0.50 (1 GB (usage.logGb))");
    assertThat(notPriced(graph))
        .containsExactly(
            "log storage: logs are kept without end: their storage grows each month",
            "logs of the class INFREQUENT_ACCESS: the prices hold only the standard class");
  }

  @Test
  void notificationsArePricedByRecipient() {
    String type = "aws:sns/topicSubscription:TopicSubscription";
    var graph =
        in("us-east-1")
            .with("aws:sns/topic:Topic", "alarms", Map.of())
            .with(type, "people", Map.of("protocol", "email"))
            .with(type, "pager", Map.of("protocol", "https"));

    assertThat(lines(graph))
        .containsExactly(
            "notifications published: 1 thousand x 0.0005 = 0.00"
                + " (1 thousand e-mails (usage.thousandEmails))",
            "notifications by e-mail: 1 thousand x 0.02 = 0.02"
                + " (1 thousand e-mails (usage.thousandEmails))");
    assertThat(notPriced(graph))
        .containsExactly("notifications: the prices hold only those by e-mail");
  }
}
