package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifReportTest {
  private static JsonArray alerts(String report) {
    return run(report).getAsJsonArray("results");
  }

  private static JsonObject run(String report) {
    return JsonParser.parseString(report)
        .getAsJsonObject()
        .getAsJsonArray("runs")
        .get(0)
        .getAsJsonObject();
  }

  @Test
  void aStackThatFailsNothingRaisesNoAlert() throws IOException {
    assertThat(alerts(Planned.written("prod", "sarif"))).isEmpty();
  }

  @Test
  void whatIsWaivedRaisesNoAlert() throws IOException {
    assertThat(alerts(Planned.written("dev", "sarif"))).isEmpty();
  }

  @Test
  void everyFailedControlIsAnAlertAtTheConfigurationOfItsStack() throws IOException {
    JsonArray alerts = alerts(SarifReport.of(List.of(Planned.unwaived("dev"))));

    JsonObject alert =
        alerts.asList().stream()
            .map(each -> each.getAsJsonObject())
            .filter(each -> each.get("ruleId").getAsString().equals("RDS.5"))
            .findFirst()
            .orElseThrow();
    assertThat(alert.getAsJsonObject("message").get("text").getAsString())
        .startsWith("RDS Multi-AZ: \"database\": ")
        .endsWith(" in stack \"dev\"");
    JsonObject location = alert.getAsJsonArray("locations").get(0).getAsJsonObject();
    assertThat(location.getAsJsonObject("physicalLocation").toString())
        .isEqualTo(
            "{\"artifactLocation\":{\"uri\":\"Pulumi.dev.yaml\"},\"region\":{\"startLine\":1}}");
    assertThat(location.getAsJsonArray("logicalLocations").toString())
        .isEqualTo(
            "[{\"name\":\"database\",\"fullyQualifiedName\":"
                + "\"urn:pulumi:dev::mainstay::aws:rds/instance:Instance::database\","
                + "\"kind\":\"resource\"}]");
  }

  @Test
  void everyAlertHasARuleAndEveryRuleAnIdOfItsOwn() throws IOException {
    JsonObject run = run(SarifReport.of(List.of(Planned.unwaived("dev"))));
    List<String> rules =
        run
            .getAsJsonObject("tool")
            .getAsJsonObject("driver")
            .getAsJsonArray("rules")
            .asList()
            .stream()
            .map(rule -> rule.getAsJsonObject().get("id").getAsString())
            .toList();

    assertThat(rules).doesNotHaveDuplicates();
    assertThat(run.getAsJsonArray("results"))
        .isNotEmpty()
        .allSatisfy(
            alert ->
                assertThat(rules).contains(alert.getAsJsonObject().get("ruleId").getAsString()));
  }

  @Test
  void itIsValidSarif() throws IOException {
    try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      var validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);

      assertThat(
              validator.validate(
                  SarifReport.of(List.of(Planned.unwaived("dev"))), InputFormat.JSON))
          .isEmpty();
      assertThat(validator.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    }
  }
}
