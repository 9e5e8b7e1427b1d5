package dev.mainstay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.config.ConfigValues;
import dev.mainstay.config.ConfigValues.Secret;
import dev.mainstay.config.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackConfigTest {
  private final Map<String, Object> values =
      new HashMap<>(
          Map.of(
              "aws:region",
              "eu-central-1",
              "mainstay:operations",
              Map.of("alarmEmails", List.of("operations@example.com")),
              "mainstay:edge",
              Map.of("domain", "example.com", "hostedZoneId", "Z0EXAMPLE0EXAMPLE000")));

  private StackConfig config() {
    return StackConfig.of("mainstay", "test", new ConfigValues(values));
  }

  private void assertRefused(String... problems) {
    String count = problems.length == 1 ? "1 problem" : problems.length + " problems";
    assertThatThrownBy(this::config)
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "The configuration of stack test: %s; nothing was registered.%n  - %s"
                .formatted(count, String.join("\n  - ", problems)));
  }

  @Test
  void theDefaultsRelaxNothing() {
    assertThat(config().relaxations()).isEmpty();
  }

  @Test
  void aTypoAStringForABooleanAndTooLittleStorageAreReportedTogether() {
    values.put("mainstay:database", Map.of("storageGib", 10));
    values.put("mainstay:cache", Map.of("multiAz", "yes"));
    values.put("mainstay:web", Map.of("minInstance", 2));

    assertRefused(
        "mainstay:cache.multiAz is \"yes\"; allowed: true or false, without quotes",
        "mainstay:web.minInstance is not a known key; did you mean minInstances?",
        "mainstay:database.storageGib is 10; allowed: 20 to 65536 (GiB), with io1 and io2 from"
            + " 100");
  }

  @Test
  void anUnknownSectionIsRefused() {
    values.put("mainstay:databse", Map.of());
    assertRefused("mainstay:databse is not a known key; did you mean mainstay:database?");
  }

  @Test
  void theKeysOfOthersAreTheirBusiness() {
    values.put("aws:profile", "production");
    values.put("shop:name", "x");
    assertThat(config().identity()).isEqualTo("mainstay-test");
  }

  @Test
  void aMissingRegionIsRefused() {
    values.remove("aws:region");
    assertRefused("aws:region is \"\"; allowed: an AWS region, such as eu-central-1");
  }

  @Test
  void aRelaxationWithoutAWaiverIsRefusedWithTheLineToAdd() {
    values.put("mainstay:network", Map.of("flowLogs", false));
    assertRefused(
        "mainstay:waivers has no reason for network.flowLogs (traffic is not logged); add\n"
            + "      network.flowLogs: <why>");
  }

  @Test
  void aWaiverThatWaivesNothingIsRefused() {
    values.put("mainstay:waivers", Map.of("network.flowLogs", "no need"));
    assertRefused(
        "mainstay:waivers.network.flowLogs waives nothing: network.flowLogs relaxes no control;"
            + " remove it");
  }

  @Test
  void aWaiverWithoutAReasonIsRefused() {
    values.put("mainstay:network", Map.of("flowLogs", false));
    values.put("mainstay:waivers", Map.of("network.flowLogs", " "));
    assertRefused("mainstay:waivers.network.flowLogs is \" \"; allowed: a reason, in words");
  }

  @Test
  void aWaiverOfAKeyThatDoesNotExistIsRefused() {
    values.put("mainstay:waivers", Map.of("network.flowLog", "no need"));
    assertRefused(
        "mainstay:waivers.network.flowLog is not a configuration key; did you mean"
            + " network.flowLogs?");
  }

  @Test
  void aPasswordInPlainTextIsRefusedWithoutBeingShown() {
    values.put("mainstay:databasePassword", "hunter2");
    assertRefused(
        "mainstay:databasePassword is \"plain text\"; allowed: a secret: pulumi config set --secret"
            + " mainstay:databasePassword");
  }

  @Test
  void anEncryptedPasswordIsPassedOn() {
    values.put("mainstay:database", Map.of("credentials", "own"));
    values.put("mainstay:waivers", Map.of("database.credentials", "a replica needs it"));
    values.put("mainstay:databasePassword", new Secret("correct-horse-battery"));
    assertThat(config().databasePassword()).contains(new Secret("correct-horse-battery"));
  }

  @Test
  void tagsOfTheUserComeOnTopOfTheStacksOwn() {
    values.put("mainstay:tags", Map.of("CostCenter", "42"));
    assertThat(config().tags())
        .containsEntry("CostCenter", "42")
        .containsEntry("Name", "mainstay-test")
        .containsEntry("Project", "mainstay")
        .containsEntry("Stack", "test");
  }

  @Test
  void aReservedDomainCanBePlannedButNotDeployed() {
    assertThatThrownBy(() -> config().refuseUnlessDeployable())
        .isInstanceOf(Refusal.class)
        .hasMessage(
            """
            The configuration of stack test: 1 problem; nothing was registered.
              - mainstay:edge.domain is "example.com"; allowed: a domain of your own; this one is\
             reserved for examples\
            """);
  }
}
