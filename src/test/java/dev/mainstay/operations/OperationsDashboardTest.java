package dev.mainstay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OperationsDashboardTest {
  private static final String DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";

  private final OperationsArgs args = OperationsFixture.args();

  private String body() {
    return OperationsFixture.deployed(args).only(DASHBOARD).text("dashboardBody", "");
  }

  private List<JsonObject> widgets() {
    JsonArray widgets = JsonParser.parseString(body()).getAsJsonObject().getAsJsonArray("widgets");
    return StreamSupport.stream(widgets.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static JsonObject properties(JsonObject widget) {
    return widget.getAsJsonObject("properties");
  }

  @Test
  void alarmsAndEveryTierAreOnIt() {
    assertThat(widgets())
        .extracting(it -> properties(it).get("title").getAsString())
        .containsExactly(
            "Alarms",
            "Requests and errors",
            "Response time (s)",
            "Web servers",
            "Web server CPU (%)",
            "Database CPU (%)",
            "Database connections",
            "Free database memory and storage (bytes)",
            "Database storage latency (s)",
            "Cache CPU (%)",
            "Cache memory (%)");
  }

  @Test
  void everyAlarmIsOnIt() {
    Deployed deployed = OperationsFixture.deployed(args);

    assertThat(properties(widgets().get(0)).getAsJsonArray("alarms"))
        .hasSameSizeAs(deployed.all("aws:cloudwatch/metricAlarm:MetricAlarm"));
  }

  @Test
  void eachGraphShowsMetricsOfTheRegionUnderTheirOwnDimensions() {
    assertThat(widgets().stream().skip(1))
        .allMatch(it -> properties(it).get("region").getAsString().equals("eu-central-1"));
    assertThat(properties(widgets().get(1)).getAsJsonArray("metrics").toString())
        .isEqualTo(
            "[[\"AWS/ApplicationELB\",\"RequestCount\",\"LoadBalancer\",\"app/edge/1\","
                + "\"TargetGroup\",\"targetgroup/edge/2\",{\"stat\":\"Sum\"}],"
                + "[\"AWS/ApplicationELB\",\"HTTPCode_Target_5XX_Count\",\"LoadBalancer\","
                + "\"app/edge/1\",\"TargetGroup\",\"targetgroup/edge/2\",{\"stat\":\"Sum\"}],"
                + "[\"AWS/ApplicationELB\",\"HTTPCode_ELB_5XX_Count\",\"LoadBalancer\","
                + "\"app/edge/1\",{\"stat\":\"Sum\"}]]");
    assertThat(properties(widgets().get(10)).getAsJsonArray("metrics").toString())
        .contains("cache-group-001", "cache-group-002");
  }

  @Test
  void noWidgetCoversAnother() {
    var taken = new HashSet<List<Integer>>();
    for (JsonObject widget : widgets()) {
      for (int x = 0; x < widget.get("width").getAsInt(); x++) {
        for (int y = 0; y < widget.get("height").getAsInt(); y++) {
          int column = widget.get("x").getAsInt() + x;
          assertThat(column).isLessThan(24);
          assertThat(taken.add(List.of(column, widget.get("y").getAsInt() + y))).isTrue();
        }
      }
    }
  }

  @Test
  void twoRunsWriteItAlike() {
    assertThat(body()).isEqualTo(body());
  }

  @Test
  void itIsCalledAfterTheStack() {
    args.tags(Map.of("Name", "My shop"));

    assertThat(OperationsFixture.deployed(args).only(DASHBOARD).text("dashboardName", ""))
        .isEqualTo("My-shop-operations");
  }

  @Test
  void itsAddressIsThatOfThePartition() {
    assertThat(url())
        .isEqualTo(
            "https://console.aws.amazon.com/cloudwatch/home?region=eu-central-1"
                + "#dashboards/dashboard/mainstay-test-operations");
    args.region("cn-north-1")
        .kmsKeyArn(Output.of(Deployed.KEY_ARN.replace("arn:aws:", "arn:aws-cn:")));
    assertThat(url()).startsWith("https://console.amazonaws.cn/");
  }

  private String url() {
    var url = new AtomicReference<String>();
    Deployed.by(
        () -> {
          var unused =
              new Operations("operations", args, null)
                  .dashboardUrl()
                  .applyValue(
                      it -> {
                        url.set(it);
                        return it;
                      });
        });
    return url.get();
  }

  @Test
  void itCanBeSwitchedOff() {
    args.dashboard = false;

    assertThat(OperationsFixture.deployed(args).all(DASHBOARD)).isEmpty();
    assertThat(url()).isNull();
  }
}
