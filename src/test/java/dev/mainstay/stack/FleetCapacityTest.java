package dev.mainstay.stack;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a fleet needs of the database, of the subnets and of the zones. */
class FleetCapacityTest {
  private final GivenConfiguration given = new GivenConfiguration();

  @Test
  void moreServersThanTheDatabaseHasConnectionsForAreRefused() {
    given.set("database.instanceClass", "db.t4g.micro");
    given.set("web.maxInstances", 4L);
    given.assertRefused(
        "mainstay:web.maxInstances is 4; allowed: as many servers as the database has connections"
            + " for; db.t4g.micro allows 78 and each server opens 20: up to 3 servers; lower"
            + " web.databaseConnectionsPerInstance or raise database.instanceClass");
    given.set("web.maxInstances", 3L);
    given.assertAccepted();
  }

  @Test
  void theLargestScheduleCountsForTheConnections() {
    given.set("database.instanceClass", "db.t4g.micro");
    given.set("web.maxInstances", 3L);
    given.set(
        "web.schedules",
        List.of(Map.of("name", "sale", "recurrence", "0 7 * * *", "maxInstances", 9L)));
    given.assertRefused(
        "mainstay:web.maxInstances is 9; allowed: as many servers as the database has connections"
            + " for; db.t4g.micro allows 78 and each server opens 20: up to 3 servers; lower"
            + " web.databaseConnectionsPerInstance or raise database.instanceClass");
  }

  @Test
  void fromFourGibUpMoreOfTheConnectionsCanBeCountedOn() {
    given.set("database.instanceClass", "db.t4g.medium");
    given.set("web.databaseConnectionsPerInstance", 96L);
    given.assertRefused(
        "mainstay:web.maxInstances is 4; allowed: as many servers as the database has connections"
            + " for; db.t4g.medium allows 382 and each server opens 96: up to 3 servers; lower"
            + " web.databaseConnectionsPerInstance or raise database.instanceClass");
    given.set("web.databaseConnectionsPerInstance", 95L);
    given.assertAccepted();
  }

  @Test
  void theConnectionsOfOnesOwnParameterCountInstead() {
    given.set("database.parameters", Map.of("max_connections", 79L));
    given.assertRefused(
        "mainstay:web.maxInstances is 4; allowed: as many servers as the database has connections"
            + " for; max_connections allows 79 and each server opens 20: up to 3 servers; lower"
            + " web.databaseConnectionsPerInstance or raise database.parameters.max_connections");
    given.set("database.parameters", Map.of("max_connections", 80L));
    given.assertAccepted();
    given.set("database.parameters", Map.of("max_connections", "LEAST(1,2)"));
    given.assertAccepted();
  }

  @Test
  void moreServersThanTheSubnetsHaveAddressesForAreRefused() {
    given.set("web.databaseConnectionsPerInstance", 1L);
    given.set("web.maxInstances", 118L);
    given.assertRefused(
        "mainstay:web.maxInstances is 118; allowed: as many servers as the subnets have addresses"
            + " for if a zone fails during a rolling deployment; up to 117 servers");
    given.set("web.maxInstances", 117L);
    given.assertAccepted();
    given.set("web.maxInstances", 118L);
    given.set("network.availabilityZones", List.of("a", "b", "c"));
    given.assertAccepted();
  }

  @Test
  void privateWebServersWithoutAWayOutAreRefused() {
    given.set("network.nat", "none");
    given.waive("network.nat");
    given.assertRefused(
        "mainstay:network.nat is \"none\"; allowed: perZone, single or instance with web servers in"
            + " private subnets; without internet access they cannot fetch updates, keys and"
            + " secrets");
    given.set("web.subnets", "public");
    given.waive("web.subnets");
    given.assertAccepted();
  }

  @Test
  void aThirdZoneLosesFewerServers() {
    given.set("web.minInstances", 3L);
    given.set("web.requiredInstances", 2L);
    given.assertRefused(
        "mainstay:waivers requires a reason for web.minInstances (too few servers remain if a zone fails); add%n      web.minInstances: <why>"
            .formatted());
    given.set("network.availabilityZones", List.of("a", "b", "c"));
    given.assertAccepted();
  }

  @Test
  void aScheduleThatLeavesTooFewServersIsARelaxationOfItsOwn() {
    given.set(
        "web.schedules",
        List.of(Map.of("name", "night", "recurrence", "0 20 * * *", "minInstances", 1L)));
    given.assertRefused(
        "mainstay:waivers requires a reason for web.schedules (at times too few servers remain if a zone fails); add%n      web.schedules: <why>"
            .formatted());
  }
}
