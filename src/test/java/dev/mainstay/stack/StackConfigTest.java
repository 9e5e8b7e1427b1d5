package dev.mainstay.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.config.ConfigValues;
import dev.mainstay.config.ConfigValues.Secret;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Refusal;
import dev.mainstay.plan.CommandLineInterface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackConfigTest {
  private final GivenConfiguration given = new GivenConfiguration();

  @Test
  void theDefaultsAreAccepted() {
    given.assertAccepted();
  }

  @Test
  void tagsThatAwsDoesNotTakeAreRefused() {
    given.values.put("mainstay:tags", Map.of("aws:owner", "me"));
    given.assertRefused(
        "mainstay:tags is aws:owner=me; allowed: keys of 1 to 128 and values of up to 256 letters,"
            + " digits, spaces and _.:/=+-@; no key starts with aws:");
    given.values.put("mainstay:tags", Map.of("Owner", "a#b"));
    given.assertRefused(
        "mainstay:tags is Owner=a#b; allowed: keys of 1 to 128 and values of up to 256 letters,"
            + " digits, spaces and _.:/=+-@; no key starts with aws:");
  }

  @Test
  void moreTagsThanThereIsRoomForAreRefused() {
    given.values.put("mainstay:tags", tags(47));
    given.assertRefused(
        "mainstay:tags is \"47 tags\"; allowed: up to 46; AWS allows 50 and the stack sets the"
            + " others");
    given.values.put("mainstay:tags", tags(46));
    given.assertAccepted();
  }

  @Test
  void whatIsWrongWithTheImageIsNamedWhereItStands() {
    given.set("operations.goldenImage", Map.of("keepImages", 1L, "schedule", "monthly"));
    given.assertRefused(
        "mainstay:operations.goldenImage.schedule is \"monthly\"; allowed: a cron expression of six"
            + " fields with ? as the day of the month or of the week, such as 0 2 ? * wed#4 *",
        "mainstay:operations.goldenImage.keepImages is 1; allowed: 2 to 1000 (images)");
    given.set("operations.goldenImage", Map.of());
    given.assertAccepted();
  }

  @Test
  void anImageIsNotBuiltWithoutAWayOut() {
    given.set("operations.goldenImage", Map.of());
    given.set("network.nat", "none");
    given.set("web.subnets", "public");
    given.waive("network.nat");
    given.waive("web.subnets");
    given.assertRefused(
        "mainstay:network.nat is \"none\"; allowed: perZone, single or instance with"
            + " operations.goldenImage; without internet access from the private subnets no build"
            + " succeeds");
  }

  private static Map<String, Object> tags(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(number -> "tag" + number, number -> "x"));
  }

  @Test
  void passwordsInPlainTextAreRefusedWithoutBeingShown() {
    given.values.put("mainstay:databasePassword", "hunter2hunter2");
    given.values.put("mainstay:cachePassword", "hunter2hunter2hunter2");
    given.assertRefused(
        "mainstay:databasePassword is \"plain text\"; allowed: a secret: pulumi config set --secret"
            + " mainstay:databasePassword",
        "mainstay:cachePassword is \"plain text\"; allowed: a secret: pulumi config set --secret"
            + " mainstay:cachePassword");
  }

  @Test
  void passwordsThatAwsDoesNotTakeAreRefusedWithoutBeingShown() {
    given.values.put("mainstay:databasePassword", new Secret("hunter@2"));
    given.values.put("mainstay:cachePassword", new Secret("hunter2hunter2h"));
    given.assertRefused(
        "mainstay:databasePassword is \"[secret]\"; allowed: 8 to 128 printable ASCII characters"
            + " without spaces, /, \" and @",
        "mainstay:cachePassword is \"[secret]\"; allowed: 16 to 128 printable ASCII characters"
            + " without spaces");
    given.values.put("mainstay:databasePassword", new Secret("hunter2!"));
    given.values.put("mainstay:cachePassword", new Secret("hunter2hunter2h!"));
    given.assertAccepted();
    given.values.put("mainstay:databasePassword", new Secret(null));
    given.values.put("mainstay:cachePassword", new Secret(null));
    given.assertAccepted();
  }

  @Test
  void aRegionThatCannotBeOneIsRefusedWithTheNearest() {
    given.values.put("aws:region", "eu-centrl-1x");
    given.assertRefused(
        "aws:region is \"eu-centrl-1x\"; allowed: an AWS region, such as eu-central-1;"
            + " did you mean eu-central-1?");
  }

  @Test
  void fewOperationsForTheCeilingAreRefused() {
    given.set("database.storageType", "io1");
    given.set("database.iops", 1_000L);
    given.set("database.storageGib", 1_000L);
    given.set("database.maxStorageGib", 2_001L);
    given.assertRefused(
        "mainstay:database.iops is 1000; allowed: at least 0.5 per GiB of maxStorageGib with io1"
            + " and io2; maxStorageGib is 2001");
    given.set("database.maxStorageGib", 2_000L);
    given.assertAccepted();
  }

  @Test
  void problemsAreSortedBySection() {
    given.set("operations.logRetentionDays", 2L);
    given.set("edge.healthPath", "health");
    given.set("web.subnets", "privat");
    given.set("cache.replicas", 6L);
    given.set("database.storageGib", 10L);
    given.set("network.nat", "NAT");
    given.values.put("aws:region", "here");
    given.values.put("mainstay:webb", Map.of());
    given.waive("database.multiAz");
    var refusal = catchThrowableOfType(Refusal.class, given::config);
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
            The configuration of stack prod has 3 problems; nothing was registered.
              - mainstay:network.natt is not a known key; did you mean nat?
              - mainstay:database.multiAz is "false"; allowed: true or false, without quotes
              - mainstay:database.storageGib is 10; allowed: 20 to 65536 (GiB); with io1 and io2 at least 100\
            """);
  }

  @Test
  void anExampleDomainIsPlannedAndNotDeployed() {
    given.set("edge.domain", "shop.example.com");
    given.set("edge.hostedZoneId", "Z0123456789");
    given.values.put("mainstay:waivers", Map.of("operations.alarmEmails", "nobody"));
    given.assertAccepted();
    var config = given.config();
    assertThatThrownBy(config::refuseUnlessDeployable)
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "The configuration of stack prod has 1 problem; nothing was registered.%n".formatted()
                + "  - mainstay:edge.domain is \"shop.example.com\"; allowed: your own domain; this"
                + " one is reserved for examples");
    given.set("edge.domain", "shop.mainstay.dev");
    given.config().refuseUnlessDeployable();
  }
}
