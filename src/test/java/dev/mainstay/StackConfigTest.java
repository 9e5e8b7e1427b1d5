package dev.mainstay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.config.ConfigValues;
import dev.mainstay.config.ConfigValues.Secret;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Warning;
import dev.mainstay.plan.CommandLineInterface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackConfigTest {
  private final Map<String, Object> values =
      new TreeMap<>(Map.of("aws:region", "eu-central-1", "mainstay:waivers", reasons()));

  private static Map<String, Object> reasons() {
    return new HashMap<>(Map.of("edge.domain", "no domain", "operations.alarmEmails", "nobody"));
  }

  private void set(String key, Object value) {
    String[] parts = key.split("\\.", 2);
    @SuppressWarnings("unchecked")
    var section =
        (Map<String, Object>)
            values.computeIfAbsent("mainstay:" + parts[0], any -> new HashMap<String, Object>());
    section.put(parts[1], value);
  }

  private void waive(String key) {
    set("waivers." + key, "because");
  }

  private StackConfig config() {
    return StackConfig.of("shop", "prod", new ConfigValues(values));
  }

  private void assertRefused(String... messages) {
    var refusal = catchThrowableOfType(Refusal.class, this::config);
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.problems()).extracting(Problem::message).containsExactly(messages);
  }

  private void assertAccepted() {
    assertThat(config().warnings()).isEmpty();
  }

  private void assertWarned(String message) {
    assertThat(config().warnings()).extracting(Warning::message).containsExactly(message);
  }

  @Test
  void theDefaultsAreAccepted() {
    assertAccepted();
  }

  @Test
  void moreServersThanTheDatabaseHasConnectionsForAreRefused() {
    set("database.instanceClass", "db.t4g.micro");
    set("web.maxInstances", 4L);
    assertRefused(
        "mainstay:web.maxInstances is 4; allowed: as many as the database has connections for;"
            + " db.t4g.micro has 78, and each server takes 20: that is up to 3;"
            + " lower web.databaseConnectionsPerInstance or raise database.instanceClass");
    set("web.maxInstances", 3L);
    assertAccepted();
  }

  @Test
  void theLargestScheduleCountsForTheConnections() {
    set("database.instanceClass", "db.t4g.micro");
    set("web.maxInstances", 3L);
    set(
        "web.schedules",
        List.of(Map.of("name", "sale", "recurrence", "0 7 * * *", "maxInstances", 9L)));
    assertRefused(
        "mainstay:web.maxInstances is 9; allowed: as many as the database has connections for;"
            + " db.t4g.micro has 78, and each server takes 20: that is up to 3;"
            + " lower web.databaseConnectionsPerInstance or raise database.instanceClass");
  }

  @Test
  void fromFourGibUpMoreOfTheConnectionsCanBeCountedOn() {
    set("database.instanceClass", "db.t4g.medium");
    set("web.databaseConnectionsPerInstance", 96L);
    assertRefused(
        "mainstay:web.maxInstances is 4; allowed: as many as the database has connections for;"
            + " db.t4g.medium has 382, and each server takes 96: that is up to 3;"
            + " lower web.databaseConnectionsPerInstance or raise database.instanceClass");
    set("web.databaseConnectionsPerInstance", 95L);
    assertAccepted();
  }

  @Test
  void theConnectionsOfOnesOwnParameterCountInstead() {
    set("database.parameters", Map.of("max_connections", 79L));
    assertRefused(
        "mainstay:web.maxInstances is 4; allowed: as many as the database has connections for;"
            + " max_connections has 79, and each server takes 20: that is up to 3;"
            + " lower web.databaseConnectionsPerInstance or raise"
            + " database.parameters.max_connections");
    set("database.parameters", Map.of("max_connections", 80L));
    assertAccepted();
    set("database.parameters", Map.of("max_connections", "LEAST(1,2)"));
    assertAccepted();
  }

  @Test
  void moreServersThanTheSubnetsHaveAddressesForAreRefused() {
    set("web.databaseConnectionsPerInstance", 1L);
    set("web.maxInstances", 118L);
    assertRefused(
        "mainstay:web.maxInstances is 118; allowed: as many as the subnets have addresses for,"
            + " twice over in a rolling replacement, when a zone is lost; that is up to 117");
    set("web.maxInstances", 117L);
    assertAccepted();
    set("web.maxInstances", 118L);
    set("network.availabilityZones", List.of("a", "b", "c"));
    assertAccepted();
  }

  @Test
  void privateWebServersWithoutAWayOutAreRefused() {
    set("network.nat", "none");
    waive("network.nat");
    assertRefused(
        "mainstay:network.nat is \"none\"; allowed: perZone, single or instance with web servers in"
            + " private subnets; without a way out they cannot fetch updates, keys and secrets");
    set("web.subnets", "public");
    waive("web.subnets");
    assertAccepted();
  }

  @Test
  void aThirdZoneLosesFewerServers() {
    set("web.minInstances", 3L);
    set("web.requiredInstances", 2L);
    assertRefused(
        "mainstay:waivers has no reason for web.minInstances (too few servers are left when a zone"
            + " is lost); add%n      web.minInstances: <why>".formatted());
    set("network.availabilityZones", List.of("a", "b", "c"));
    assertAccepted();
  }

  @Test
  void aScheduleThatLeavesTooFewServersIsARelaxationOfItsOwn() {
    set(
        "web.schedules",
        List.of(Map.of("name", "night", "recurrence", "0 20 * * *", "minInstances", 1L)));
    assertRefused(
        "mainstay:waivers has no reason for web.schedules (at times, too few servers are left when"
            + " a zone is lost); add%n      web.schedules: <why>".formatted());
  }

  @Test
  void tagsThatAwsDoesNotTakeAreRefused() {
    values.put("mainstay:tags", Map.of("aws:owner", "me"));
    assertRefused(
        "mainstay:tags is aws:owner=me; allowed: keys of 1 to 128 and values of up to 256 letters,"
            + " digits, spaces and _.:/=+-@, no key that starts with aws:");
    values.put("mainstay:tags", Map.of("Owner", "a#b"));
    assertRefused(
        "mainstay:tags is Owner=a#b; allowed: keys of 1 to 128 and values of up to 256 letters,"
            + " digits, spaces and _.:/=+-@, no key that starts with aws:");
  }

  @Test
  void moreTagsThanThereIsRoomForAreRefused() {
    values.put("mainstay:tags", tags(47));
    assertRefused(
        "mainstay:tags is \"47 tags\"; allowed: up to 46: AWS allows 50, of which the stack sets"
            + " the others");
    values.put("mainstay:tags", tags(46));
    assertAccepted();
  }

  private static Map<String, Object> tags(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(number -> "tag" + number, number -> "x"));
  }

  @Test
  void passwordsInPlainTextAreRefusedWithoutBeingShown() {
    values.put("mainstay:databasePassword", "hunter2hunter2");
    values.put("mainstay:cachePassword", "hunter2hunter2hunter2");
    assertRefused(
        "mainstay:databasePassword is \"plain text\"; allowed: a secret: pulumi config set --secret"
            + " mainstay:databasePassword",
        "mainstay:cachePassword is \"plain text\"; allowed: a secret: pulumi config set --secret"
            + " mainstay:cachePassword");
  }

  @Test
  void passwordsThatAwsDoesNotTakeAreRefusedWithoutBeingShown() {
    values.put("mainstay:databasePassword", new Secret("hunter@2"));
    values.put("mainstay:cachePassword", new Secret("hunter2hunter2h"));
    assertRefused(
        "mainstay:databasePassword is \"[secret]\"; allowed: 8 to 128 printable ASCII characters,"
            + " but no space, /, \" or @",
        "mainstay:cachePassword is \"[secret]\"; allowed: 16 to 128 printable ASCII characters"
            + " without spaces");
    values.put("mainstay:databasePassword", new Secret("hunter2!"));
    values.put("mainstay:cachePassword", new Secret("hunter2hunter2h!"));
    assertAccepted();
    values.put("mainstay:databasePassword", new Secret(null));
    values.put("mainstay:cachePassword", new Secret(null));
    assertAccepted();
  }

  @Test
  void aRegionThatCannotBeOneIsRefusedWithTheNearest() {
    values.put("aws:region", "eu-centrl-1x");
    assertRefused(
        "aws:region is \"eu-centrl-1x\"; allowed: an AWS region, such as eu-central-1;"
            + " did you mean eu-central-1?");
  }

  @Test
  void whatNoTableKnowsIsAWarning() {
    values.put("aws:region", "eu-central-9");
    assertWarned(
        "aws:region is \"eu-central-9\"; no region that this version knows: nothing was checked"
            + " against what it offers");
  }

  @Test
  void anUnknownTypeOfEachTierIsAWarning() {
    set("network.availabilityZones", List.of("a", "z"));
    set("network.nat", "instance");
    set("network.natInstanceType", "t99g.nano");
    waive("network.nat");
    set("database.engineVersion", "99");
    set("database.instanceClass", "db.m99g.large");
    set("cache.engineVersion", "99.0");
    set("cache.nodeType", "cache.m99g.large");
    set("web.instanceType", "m99i.large");
    assertThat(config().warnings())
        .extracting(Warning::message)
        .containsExactly(
            "mainstay:network.availabilityZones is [\"a\", \"z\"]; with letters that this version"
                + " does not know of the region; an account may have them all the same",
            "mainstay:network.natInstanceType is \"t99g.nano\"; no type that this version knows",
            "mainstay:database.engineVersion is \"99\"; no version that this version of the program"
                + " knows",
            "mainstay:database.instanceClass is \"db.m99g.large\"; no class that this version knows",
            "mainstay:cache.engineVersion is \"99.0\"; no version that this version of the program"
                + " knows",
            "mainstay:cache.nodeType is \"cache.m99g.large\"; no type that this version knows",
            "mainstay:web.instanceType is \"m99i.large\"; no type that this version knows");
  }

  @Test
  void storageThatGrowsPastTheMarkIsAWarning() {
    set("database.storageGib", 350L);
    set("database.maxStorageGib", 399L);
    assertAccepted();
    set("database.maxStorageGib", 400L);
    assertWarned(
        "mainstay:database.maxStorageGib is 400; beyond 400 GiB, where gp3 gets four times the"
            + " speed and iops has to be set");
  }

  @Test
  void manyOperationsOfIo2AreAWarning() {
    set("database.storageType", "io2");
    set("database.iops", 5_001L);
    assertWarned(
        "mainstay:database.iops is 5001; more than 50 for each GiB, which io2 was not always given");
    set("database.iops", 5_000L);
    assertAccepted();
  }

  @Test
  void fewOperationsForTheCeilingAreRefused() {
    set("database.storageType", "io1");
    set("database.iops", 1_000L);
    set("database.storageGib", 1_000L);
    set("database.maxStorageGib", 2_001L);
    assertRefused(
        "mainstay:database.iops is 1000; allowed: with io1 and io2, at least one for every two GiB"
            + " of maxStorageGib; maxStorageGib is 2001");
    set("database.maxStorageGib", 2_000L);
    assertAccepted();
  }

  @Test
  void bothTiersInMaintenanceAtOnceAreAWarning() {
    set("cache.maintenanceWindow", "sun:04:00-sun:05:00");
    assertWarned(
        "mainstay:cache.maintenanceWindow is \"sun:04:00-sun:05:00\"; at the same time as that of"
            + " the database: both tiers may be interrupted at once");
  }

  @Test
  void problemsAreSortedBySection() {
    set("operations.logRetentionDays", 2L);
    set("edge.healthPath", "health");
    set("web.subnets", "privat");
    set("cache.replicas", 6L);
    set("database.storageGib", 10L);
    set("network.nat", "NAT");
    values.put("aws:region", "here");
    values.put("mainstay:webb", Map.of());
    waive("database.multiAz");
    var refusal = catchThrowableOfType(Refusal.class, this::config);
    assertThat(refusal.problems())
        .extracting(Problem::key)
        .containsExactly(
            "mainstay:webb",
            "aws:region",
            "mainstay:network.nat",
            "mainstay:database.storageGib",
            "mainstay:cache.replicas",
            "mainstay:web.subnets",
            "mainstay:edge.healthPath",
            "mainstay:operations.logRetentionDays");
  }

  /** What the file cannot tell is not guessed at, so nothing else is found wrong because of it. */
  @Test
  void aTypoATextAndASizeAreThreeMessagesAndNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Pulumi.prod.yaml");
    Files.writeString(
        file,
        """
        config:
          aws:region: eu-central-1
          mainstay:network: {natt: single}
          mainstay:database: {multiAz: "false", storageGib: 10}
        """);
    ConfigValues read = ConfigValues.fromFile(file);
    int status =
        CommandLineInterface.run(
            (project, stack, config) -> {
              throw catchThrowableOfType(
                  Refusal.class, () -> StackConfig.of(project, stack, config));
            },
            "plan",
            file.toString());

    assertThat(status).isEqualTo(1);
    assertThatThrownBy(() -> StackConfig.of("shop", "prod", read))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            """
            The configuration of stack prod: 3 problems; nothing was registered.
              - mainstay:network.natt is not a known key; did you mean nat?
              - mainstay:database.multiAz is "false"; allowed: true or false, without quotes
              - mainstay:database.storageGib is 10; allowed: 20 to 65536 (GiB), with io1 and io2 from 100""");
  }

  @Test
  void eachRelaxationIsRefusedWithTheLineToAdd() {
    var without =
        Map.<String, Object>ofEntries(
            Map.entry("network.nat", "single"),
            Map.entry("network.flowLogs", false),
            Map.entry("network.endpoints", false),
            Map.entry("database.multiAz", false),
            Map.entry("database.backupRetentionDays", 6L),
            Map.entry("database.deletionProtection", false),
            Map.entry("database.finalSnapshot", false),
            Map.entry("database.monitoringIntervalSeconds", 0L),
            Map.entry("database.databaseInsights", "off"),
            Map.entry("cache.replicas", 0L),
            Map.entry("cache.snapshotRetentionDays", 0L),
            Map.entry("cache.multiAz", false),
            Map.entry("web.subnets", "public"),
            Map.entry("web.rdpCidrs", List.of("203.0.113.7/32")),
            Map.entry("web.minInstances", 1L),
            Map.entry("edge.targetProtocol", "http"),
            Map.entry("edge.accessLogs", false),
            Map.entry("edge.waf", false),
            Map.entry("edge.deletionProtection", false),
            Map.entry("operations.logRetentionDays", 180L),
            Map.entry("operations.dashboard", false),
            Map.entry("operations.backupVault", false));
    without.forEach(
        (key, value) -> {
          var before = values.remove("mainstay:" + key.substring(0, key.indexOf('.')));
          assertThat(before).isNull();
          set(key, value);
          assertThat(catchThrowableOfType(Refusal.class, this::config).problems())
              .as(key)
              .extracting(Problem::message)
              .singleElement()
              .asString()
              .startsWith("mainstay:waivers has no reason for " + key + " (")
              .endsWith("; add%n      %s: <why>".formatted(key));
          values.remove("mainstay:" + key.substring(0, key.indexOf('.')));
        });
  }

  @Test
  void onesOwnMasterPasswordIsARelaxation() {
    values.put("mainstay:databasePassword", new Secret(null));
    set("database.credentials", "own");
    assertRefused(
        "mainstay:waivers has no reason for database.credentials (the master password is in the"
            + " state and is not rotated); add%n      database.credentials: <why>".formatted());
  }

  @Test
  void aCertificateThatWaitsForMailIsARelaxation() {
    values.put("mainstay:waivers", Map.of("operations.alarmEmails", "nobody"));
    set("edge.domain", "shop.mainstay.dev");
    set("edge.validation", "email");
    assertRefused(
        "mainstay:waivers has no reason for edge.validation (the certificate expires if nobody"
            + " answers a mail); add%n      edge.validation: <why>".formatted());
  }

  @Test
  void whatIsJustEnoughIsNoRelaxation() {
    set("database.backupRetentionDays", 7L);
    set("operations.logRetentionDays", 365L);
    assertAccepted();
  }

  @Test
  void waiversThatSayNothingTrueAreRefused() {
    waive("database.multiAZ");
    waive("database.multiAz");
    set("waivers.cache.replicas", " ");
    set("cache.replicas", 0L);
    set("network.flowLogs", false);
    assertThat(catchThrowableOfType(Refusal.class, this::config).problems())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "mainstay:waivers has no reason for network.flowLogs (traffic is not logged);"
                + " add%n      network.flowLogs: <why>".formatted(),
            "mainstay:waivers.database.multiAZ is not a configuration key;"
                + " did you mean database.multiAz?",
            "mainstay:waivers.database.multiAz waives nothing: database.multiAz relaxes no control;"
                + " remove it",
            "mainstay:waivers.cache.replicas is \" \"; allowed: a reason, in words");
  }

  @Test
  void anExampleDomainIsPlannedAndNotDeployed() {
    set("edge.domain", "shop.example.com");
    set("edge.hostedZoneId", "Z0123456789");
    values.put("mainstay:waivers", Map.of("operations.alarmEmails", "nobody"));
    assertAccepted();
    var config = config();
    assertThatThrownBy(config::refuseUnlessDeployable)
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "The configuration of stack prod: 1 problem; nothing was registered.%n".formatted()
                + "  - mainstay:edge.domain is \"shop.example.com\"; allowed: a domain of your own;"
                + " this one is reserved for examples");
    set("edge.domain", "shop.mainstay.dev");
    config().refuseUnlessDeployable();
  }

  @Test
  void theParametersOfAStackStayOffTheNamesThatSystemsManagerKeeps() {
    assertThat(config().parametersPath()).isEqualTo("/shop-prod");
    set("database.identifier", "shop");
    for (String project : List.of("aws-shop", "SSM")) {
      assertThat(StackConfig.of(project, "prod", new ConfigValues(values)).parametersPath())
          .isEqualTo("/stack-" + project + "-prod");
    }
  }
}
