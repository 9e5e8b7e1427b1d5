package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.disruption.Change;
import dev.mainstay.disruption.Disruption;
import dev.mainstay.disruption.Effect;
import dev.mainstay.simulator.SimulatedAws;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A small stack grows: other parameters, a blue/green update, private servers, standbys. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GrowingStackTest {
  private SimulatedAws aws;
  private EngineStack stack;

  @BeforeAll
  void up(@TempDir Path folder) {
    aws = Mainstay.account();
    stack = Mainstay.dev(Mainstay.workspace(folder, aws));
    stack.secret("mainstay:databasePassword", "correct-horse-battery");
    stack.edit(
        settings ->
            settings
                .replace(
                    "mainstay:database:\n",
                    "mainstay:database:\n    engineVersion: \"16.14\"\n    credentials: own\n")
                .replace("mainstay:web:\n", "mainstay:web:\n    subnets: public\n")
                .replace(
                    "mainstay:waivers:\n",
                    """
                    mainstay:waivers:
                        database.credentials: a test of blue/green updates
                        web.subnets: a test of public servers
                    """));
    stack.up().orFail();
  }

  @AfterAll
  void close() {
    aws.close();
  }

  @Test
  @Order(1)
  void aMinorVersionRestartsTheDatabaseInItsWindow() {
    var said = after(it -> it.replace("\"16.14\"", "\"16.15\""));
    stack.up().orFail();

    assertThat(words(said, "database", "engineVersion"))
        .containsExactly(
            "reboot: yes: RDS upgrades the primary and the standby together, in the maintenance"
                + " window sun:03:30-sun:04:30");
  }

  @Test
  @Order(2)
  void aStaticParameterWaitsForAReboot() {
    var said =
        after(
            it ->
                it.replace(
                    "    credentials: own\n",
                    "    credentials: own\n    parameters: {max_connections: \"200\"}\n"));
    stack.up().orFail();

    assertThat(words(said, "database-postgres16", "parameters[max_connections]"))
        .containsExactly(
            "reboot: no, until the databases that use it are rebooted: the value applies only"
                + " then, at the next reboot");
  }

  @Test
  @Order(3)
  void aMajorVersionByBlueGreenUpdateOnlyDropsConnections() {
    stack.edit(
        it -> it.replace("credentials: own\n", "credentials: own\n    blueGreenUpdates: true\n"));
    stack.up().orFail();
    var said =
        after(
            it ->
                it.replace(
                    "engineVersion: \"16.15\"",
                    "engineVersion: \"17\"\n    allowMajorVersionUpgrade: true"));
    stack.up().orFail();

    assertThat(words(said, "database", "engineVersion"))
        .containsExactly(
            "connection drop: connections drop while the upgraded copy becomes the database;"
                + " typically under a minute, immediately");
    assertThat(aws.account().all("aws:rds/parameterGroup:ParameterGroup"))
        .extracting(group -> group.name())
        .containsExactly("database-postgres17");
  }

  @Test
  @Order(4)
  void serversMoveFromPublicToPrivateSubnetsSomeAtATime() {
    var said =
        after(
            it ->
                it.replace("    subnets: public\n", "")
                    .replace("    web.subnets: a test of public servers\n", ""));
    stack.up().orFail();

    assertThat(effects(said, "web")).contains(Effect.ROLLING_REPLACEMENT);
    assertThat(said.blocked()).isEmpty();
    assertThat(said.refused()).isEmpty();
  }

  @Test
  @Order(5)
  void aStandbyAndASecondNodeComeWithoutDowntime() {
    var said =
        after(
            it ->
                it.replace("    multiAz: false\n", "")
                    .replaceAll(
                        "\n    (database\\.multiAz|cache\\.replicas|cache\\.multiAz): .*", "")
                    .replace("    replicas: 0\n", ""));
    stack.up().orFail();

    assertThat(words(said, "database", "multiAz"))
        .containsExactly(
            "no impact: no; writes slow down while the standby is created, in the maintenance"
                + " window sun:03:30-sun:04:30");
    assertThat(words(said, "cache", "numCacheClusters"))
        .containsExactly("no impact: no, in the maintenance window sun:05:00-sun:06:00");
    assertThat(said.blocked()).isEmpty();
    assertThat(said.refused()).isEmpty();
  }

  private Disruption after(UnaryOperator<String> edit) {
    stack.edit(edit);
    return stack.disruption();
  }

  private static List<Effect> effects(Disruption disruption, String resource) {
    return of(disruption, resource).stream().map(Change::effect).toList();
  }

  private static List<String> words(Disruption disruption, String resource, String property) {
    return of(disruption, resource).stream()
        .filter(change -> change.property().equals(property))
        .map(
            change ->
                "%s: %s, %s".formatted(change.effect().words(), change.downtime(), change.when()))
        .toList();
  }

  private static List<Change> of(Disruption disruption, String resource) {
    return disruption.changes().stream()
        .filter(change -> change.urn().endsWith("::" + resource))
        .toList();
  }
}
