package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mainstay.simulator.Operation;
import dev.mainstay.simulator.SimulatedAws;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code examples/other-language}: the components as a plugin of a program in YAML. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OtherLanguageTest {
  private SimulatedAws aws;
  private EngineStack stack;

  @BeforeAll
  void start(@TempDir Path folder) {
    aws = Mainstay.account();
    var program = Mainstay.atTheDomainOfTests(Path.of("examples", "other-language", "Pulumi.yaml"));
    stack = Workspace.yaml(folder, program, aws.port()).stack("prod", "config: {}\n");
  }

  @AfterAll
  void close() {
    aws.close();
  }

  @Test
  @Order(1)
  void aPreviewShowsEverythingThoughNothingIsKnown() {
    assertThat(stack.preview().orFail().output())
        .contains(
            "mainstay:index:Network network create",
            "aws:rds:Instance database create",
            "aws:elasticache:ReplicationGroup cache create",
            "aws:autoscaling:Group web create",
            "mainstay:index:Operations operations create");
    assertThat(aws.journal().calls(Operation.CREATE)).isEmpty();
  }

  @Test
  @Order(2)
  void upMakesWhatTheProgramSays() {
    stack.up().orFail();

    var database = aws.account().all(Expectations.DATABASE).get(0);
    assertThat(database.text("identifier")).isEqualTo("shop-prod");
    assertThat(database.text("instanceClass")).isEqualTo("db.m7g.large");
    assertThat(database.get("allocatedStorage")).isEqualTo(200.0);
    assertThat(stack.outputs().get("databaseEndpoint").getAsString()).startsWith("shop-prod.");
    assertThat(stack.outputs().get("url").getAsString())
        .isEqualTo("https://mainstay-simulated.net");
  }

  @Test
  @Order(3)
  void mapsArrive() {
    var parameters = aws.account().all("aws:rds/parameterGroup:ParameterGroup").get(0);
    var vpc = aws.account().all("aws:ec2/vpc:Vpc").get(0);

    assertThat((List<?>) parameters.get("parameters"))
        .extracting(
            each ->
                Map.of(
                    "name",
                    ((Map<?, ?>) each).get("name"),
                    "value",
                    ((Map<?, ?>) each).get("value")))
        .contains(Map.of("name", "max_prepared_transactions", "value", "100"));
    assertThat(vpc.get("tags")).isEqualTo(Map.of("Name", "shop-prod-network"));
  }

  @Test
  @Order(3)
  void argsInsideArgsArrive() {
    assertThat(aws.account().all("aws:autoscaling/schedule:Schedule"))
        .extracting(schedule -> schedule.text("scheduledActionName"), it -> it.get("minSize"))
        .containsExactlyInAnyOrder(tuple("office-hours", 4.0), tuple("night", 2.0));
  }

  @Test
  @Order(4)
  void componentsWaitForThoseTheyUseAndForNoOthers() {
    assertThat(componentsBefore(Expectations.DATABASE))
        .containsExactlyInAnyOrder("key", "network", "security");
    assertThat(componentsBefore(Expectations.FLEET))
        .containsExactlyInAnyOrder("key", "network", "security", "edge");
  }

  private List<String> componentsBefore(String type) {
    var state = stack.state();
    var resource = state.atAws().stream().filter(it -> it.type().equals(type)).findFirst();
    return new Ordering(state, Timing::seconds)
        .before(resource.orElseThrow()).stream()
            .filter(it -> !it.custom())
            .map(State.Entry::name)
            .toList();
  }

  @Test
  @Order(5)
  void aSecondUpChangesNothing() {
    assertThat(stack.plan().changes()).isEmpty();
  }
}
