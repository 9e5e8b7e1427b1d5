package dev.mainstay.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackWarningsTest {
  private final GivenConfiguration given = new GivenConfiguration();

  @Test
  void whatNoTableKnowsIsAWarning() {
    given.values.put("aws:region", "eu-central-9");
    given.assertWarned(
        "aws:region is \"eu-central-9\"; unknown to this release, so its offer is not checked");
  }

  @Test
  void anUnknownTypeOfEachTierIsAWarning() {
    given.set("network.availabilityZones", List.of("a", "z"));
    given.set("network.nat", "instance");
    given.set("network.natInstanceType", "t99g.nano");
    given.waive("network.nat");
    given.set("database.engineVersion", "99");
    given.set("database.instanceClass", "db.m99g.large");
    given.set("cache.engineVersion", "99.0");
    given.set("cache.nodeType", "cache.m99g.large");
    given.set("web.instanceType", "m99i.large");
    assertThat(given.config().warnings())
        .extracting(Warning::message)
        .containsExactly(
            "mainstay:network.availabilityZones is [\"a\", \"z\"]; with zones unknown to this"
                + " release; your account may have them",
            "mainstay:network.natInstanceType is \"t99g.nano\"; unknown to this release, so not"
                + " checked",
            "mainstay:database.engineVersion is \"99\"; unknown to this release, so not checked",
            "mainstay:database.instanceClass is \"db.m99g.large\"; unknown to this release, so not"
                + " checked",
            "mainstay:cache.engineVersion is \"99.0\"; unknown to this release, so not checked",
            "mainstay:cache.nodeType is \"cache.m99g.large\"; unknown to this release, so not"
                + " checked",
            "mainstay:web.instanceType is \"m99i.large\"; unknown to this release, so not checked");
  }

  @Test
  void storageThatGrowsPastTheMarkIsAWarning() {
    given.set("database.storageGib", 350L);
    given.set("database.maxStorageGib", 399L);
    given.assertAccepted();
    given.set("database.maxStorageGib", 400L);
    given.assertWarned(
        "mainstay:database.maxStorageGib is 400; beyond 400 GiB gp3 has four times the throughput,"
            + " and iops must be set");
  }

  @Test
  void manyOperationsOfIo2AreAWarning() {
    given.set("database.storageType", "io2");
    given.set("database.iops", 5_001L);
    given.assertWarned(
        "mainstay:database.iops is 5001; more than 50 per GiB; some sources limit io2 to that");
    given.set("database.iops", 5_000L);
    given.assertAccepted();
  }

  @Test
  void bothTiersInMaintenanceAtOnceAreAWarning() {
    given.set("cache.maintenanceWindow", "sun:04:00-sun:05:00");
    given.assertWarned(
        "mainstay:cache.maintenanceWindow is \"sun:04:00-sun:05:00\"; the same time as the"
            + " maintenance of the database: both tiers may be down at once");
  }
}
