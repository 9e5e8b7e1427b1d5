package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.disruption.Change;
import dev.mainstay.disruption.Disruption;
import dev.mainstay.simulator.LiveResource;
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

/** Upgrades of one stack, one after another: what is said of each, and what an up then does. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradesTest {
  private static final String PARAMETERS = "aws:elasticache/parameterGroup:ParameterGroup";
  private static final String DATABASE_PARAMETERS = "aws:rds/parameterGroup:ParameterGroup";

  private SimulatedAws aws;
  private EngineStack stack;

  @BeforeAll
  void up(@TempDir Path folder) {
    aws = Mainstay.account();
    stack = Mainstay.prod(Mainstay.workspace(folder, aws));
    stack.edit(
        settings ->
            settings
                .replace("database:\n", "database:\n    engineVersion: \"16\"\n")
                .replace("cache:\n", "cache:\n    engine: redis\n    engineVersion: \"7.1\"\n"));
    stack.up().orFail();
  }

  @AfterAll
  void close() {
    aws.close();
  }

  @Test
  @Order(1)
  void aMajorVersionWithoutPermissionIsRefused() {
    var said = after(it -> it.replace("engineVersion: \"16\"", "engineVersion: \"17\""));
    var up = stack.up();
    stack.edit(it -> it.replace("engineVersion: \"17\"", "engineVersion: \"16\""));
    stack.up().orFail();

    assertThat(words(said, "database", "engineVersion"))
        .containsExactly(
            "refused by AWS: AWS requires allowMajorVersionUpgrade for a major version, immediately");
    assertThat(up.ok()).isFalse();
    assertThat(up.output()).contains("The AllowMajorVersionUpgrade flag must be present");
  }

  @Test
  @Order(2)
  void aMajorVersionInPlaceRestartsTheDatabaseAndSwapsItsParameters() {
    var said =
        after(
            it ->
                it.replace(
                    "engineVersion: \"16\"",
                    "engineVersion: \"17\"\n    allowMajorVersionUpgrade: true\n    applyImmediately: true"));
    stack.up().orFail();

    assertThat(words(said, "database", "engineVersion"))
        .containsExactly(
            "reboot: yes, for minutes: RDS upgrades the primary and the standby together,"
                + " immediately");
    assertThat(names(DATABASE_PARAMETERS)).containsExactly("database-postgres17");
  }

  @Test
  @Order(3)
  void aLargerClassFailsOver() {
    var said = after(it -> it.replace("db.m7g.large", "db.m7g.xlarge"));
    stack.up().orFail();

    assertThat(words(said, "database", "instanceClass"))
        .containsExactly("failover: 60-120 s, while the standby is promoted, immediately");
  }

  @Test
  @Order(4)
  void redisBecomesValkeyInTheMaintenanceWindow() {
    var said =
        after(
            it ->
                it.replace(
                    "engine: redis\n    engineVersion: \"7.1\"",
                    "engine: valkey\n    engineVersion: \"8.1\""));
    stack.up().orFail();
    var cache = aws.account().named(Expectations.CACHE, "cache");

    assertThat(words(said, "cache", "engine"))
        .containsExactly(
            "failover: yes, for seconds: writes stop and connections close, as in an engine"
                + " upgrade, in the maintenance window sun:05:00-sun:06:00");
    assertThat(words(said, "cache-redis7", ""))
        .containsExactly(
            "no impact: no; AWS keeps it and Pulumi forgets it (retainOnDelete), immediately");
    assertThat(aws.account().inUse(cache, "engine")).isEqualTo("redis");
    assertThat(names(PARAMETERS)).containsExactlyInAnyOrder("cache-redis7", "cache-valkey8");
    aws.account().openMaintenanceWindow();
    assertThat(aws.account().inUse(cache, "engine")).isEqualTo("valkey");
  }

  @Test
  @Order(5)
  void valkeyNineComesAtOnceWhereChangesDoNotWait() {
    stack.edit(it -> it.replace("cache:\n", "cache:\n    applyImmediately: true\n"));
    stack.up().orFail();
    var said = after(it -> it.replace("engineVersion: \"8.1\"", "engineVersion: \"9.0\""));
    stack.up().orFail();

    assertThat(words(said, "cache", "engineVersion"))
        .containsExactly(
            "failover: writes stop for a few seconds, and connections close, immediately");
    assertThat(names(PARAMETERS)).containsExactlyInAnyOrder("cache-redis7", "cache-valkey9");
  }

  @Test
  @Order(6)
  void aLargerNodeTypeBreaksConnections() {
    var said = after(it -> it.replace("cache.m7g.large", "cache.m7g.xlarge"));
    stack.up().orFail();

    assertThat(words(said, "cache", "nodeType"))
        .containsExactly(
            "connection drop: under 1 s from version 5.0.6; connections to the old nodes break,"
                + " immediately");
  }

  @Test
  @Order(7)
  void anotherStorageTypeHasNoDowntime() {
    var said =
        after(
            it ->
                it.replace(
                    "storageGib: 400", "storageGib: 400\n    storageType: io2\n    iops: 12000"));
    stack.up().orFail();

    assertThat(words(said, "database", "storageType"))
        .containsExactly("no impact: no; AWS refuses another storage change for 6 h, immediately");
  }

  @Test
  @Order(8)
  void aNewImageReplacesTheServersSomeAtATime() {
    var said = after(it -> it.replace("web:\n", "web:\n    image: ami-0fedcba9876543210\n"));
    stack.up().orFail();

    assertThat(words(said, "web", "launchTemplate.version"))
        .containsExactly(
            "rolling replacement: no, while enough servers stay healthy, in an instance refresh");
  }

  @Test
  @Order(9)
  void storageDoesNotShrink() {
    var said = after(it -> it.replace("storageGib: 400", "storageGib: 300"));
    var up = stack.up();

    assertThat(words(said, "database", "allocatedStorage"))
        .containsExactly("refused by AWS: RDS does not shrink storage, immediately");
    assertThat(up.output()).contains("storage cannot shrink");
  }

  /** Edits the settings; what is said of the change. */
  private Disruption after(UnaryOperator<String> edit) {
    stack.edit(edit);
    return stack.disruption();
  }

  private static List<String> words(Disruption disruption, String resource, String property) {
    return disruption.changes().stream()
        .filter(change -> change.urn().endsWith("::" + resource))
        .filter(change -> change.property().equals(property))
        .map(UpgradesTest::words)
        .toList();
  }

  private static String words(Change change) {
    return "%s: %s, %s".formatted(change.effect().words(), change.downtime(), change.when());
  }

  private List<String> names(String type) {
    return aws.account().all(type).stream().map(LiveResource::name).toList();
  }
}
