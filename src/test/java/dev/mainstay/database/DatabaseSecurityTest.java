package dev.mainstay.database;

import static dev.mainstay.database.DatabaseFixture.DB_INSTANCE;
import static dev.mainstay.database.DatabaseFixture.LOG_GROUP;
import static dev.mainstay.database.DatabaseFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.ResourceArgs;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.internal.PulumiTestInternal;
import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseSecurityTest {

  private final DatabaseArgs args = DatabaseFixture.args();

  private Deployed deployed() {
    return DatabaseFixture.deployed(args);
  }

  private ResourceNode instance() {
    return deployed().get(DB_INSTANCE, "database");
  }

  @Test
  void nothingLeavesTheNetworkOrIsStoredInTheClear() {
    assertThat(instance().inputs())
        .contains(
            entry("publiclyAccessible", false),
            entry("vpcSecurityGroupIds", List.of("sg-1")),
            entry("storageEncrypted", true),
            entry("kmsKeyId", Deployed.KEY_ARN),
            entry("iamDatabaseAuthenticationEnabled", true),
            entry("caCertIdentifier", "rds-ca-rsa2048-g1"),
            entry("autoMinorVersionUpgrade", true),
            entry("copyTagsToSnapshot", true),
            entry("performanceInsightsEnabled", true),
            entry("performanceInsightsKmsKeyId", Deployed.KEY_ARN),
            entry("performanceInsightsRetentionPeriod", 7L),
            entry("databaseInsightsMode", "standard"));
    assertThat(deployed().only("aws:rds/subnetGroup:SubnetGroup").inputs())
        .containsEntry("subnetIds", List.of("subnet-a", "subnet-b"));
  }

  @Test
  void rdsMakesAndKeepsTheMasterPassword() {
    assertThat(instance().inputs())
        .containsEntry("manageMasterUserPassword", true)
        .containsEntry("masterUserSecretKmsKeyId", Deployed.KEY_ARN);
    assertThat(deployed().all("aws:secretsmanager/secret:Secret")).isEmpty();
  }

  @Test
  void neitherAwsNorPulumiDeletesTheDatabase() {
    ResourceNode instance = instance();
    assertThat(instance.protect()).isTrue();
    assertThat(instance.inputs()).containsEntry("deletionProtection", true);
  }

  @Test
  void theLastSnapshotHasANameOfItsOwn() {
    Deployed deployed = deployed();
    ResourceNode instance = deployed.get(DB_INSTANCE, "database");
    assertThat(instance.text("finalSnapshotIdentifier", ""))
        .matches("mainstay-test-final-[0-9a-f]+");
    assertThat(instance.referencesAt("dbSubnetGroupName"))
        .containsExactly(deployed.only("aws:rds/subnetGroup:SubnetGroup").urn());
  }

  @Test
  void logGroupsExistBeforeTheInstanceAndUnderTheKey() {
    Deployed deployed = deployed();
    assertThat(deployed.all(LOG_GROUP))
        .extracting(ResourceNode::name, it -> it.text("name", ""), it -> it.text("kmsKeyId", ""))
        .containsExactlyInAnyOrder(
            tuple(
                "database-postgresql",
                "/aws/rds/instance/mainstay-test/postgresql",
                Deployed.KEY_ARN),
            tuple("database-upgrade", "/aws/rds/instance/mainstay-test/upgrade", Deployed.KEY_ARN));
    assertThat(deployed.all(LOG_GROUP)).allMatch(it -> it.number("retentionInDays", 0) == 365);
    ResourceNode instance = deployed.get(DB_INSTANCE, "database");
    assertThat(instance.dependsOn())
        .containsAll(deployed.all(LOG_GROUP).stream().map(ResourceNode::urn).toList());
    assertThat(instance.inputs())
        .containsEntry("enabledCloudwatchLogsExports", List.of("postgresql", "upgrade"));
  }

  @Test
  void theMonitoringRoleIsForRdsOfThisAccountAlone() {
    Deployed deployed = deployed();
    ResourceNode role = deployed.only("aws:iam/role:Role");
    assertThat(role.text("assumeRolePolicy", ""))
        .contains("monitoring.rds.amazonaws.com", "aws:SourceAccount", "123456789012");
    assertThat(deployed.only("aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs())
        .containsEntry(
            "policyArn", "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole");
    assertThat(deployed.get(DB_INSTANCE, "database").referencesAt("monitoringRoleArn"))
        .containsExactly(role.urn());
  }

  @Test
  void anOwnPasswordIsMirroredIntoASecretUnderTheKey() {
    DatabaseFixture.ownCredentials(args);
    Deployed deployed = deployed();
    assertThat(deployed.only("aws:secretsmanager/secret:Secret").inputs())
        .containsEntry("kmsKeyId", Deployed.KEY_ARN);
    assertThat(
            deployed
                .only("aws:secretsmanager/secretVersion:SecretVersion")
                .text("secretString", ""))
        .isEqualTo("{\"password\":\"%s\",\"username\":\"mainstay\"}".formatted(PASSWORD));
    assertThat(deployed.get(DB_INSTANCE, "database").inputs())
        .containsEntry("password", PASSWORD)
        .doesNotContainKeys("manageMasterUserPassword", "masterUserSecretKmsKeyId");
  }

  @Test
  void anOwnPasswordIsASecretEvenIfItCameAsPlainText() {
    DatabaseFixture.ownCredentials(args);
    var secrets = new ArrayList<Boolean>();
    var options =
        ComponentResourceOptions.builder()
            .resourceTransformations(
                List.of(
                    it -> {
                      secretOf(it.args())
                          .map(secret -> PulumiTestInternal.extractOutputData(secret).isSecret())
                          .ifPresent(secrets::add);
                      return Optional.empty();
                    }))
            .build();

    Deployed.by(() -> new Database("database", args, options));

    assertThat(secrets).containsExactly(true, true);
  }

  private static Optional<Output<String>> secretOf(ResourceArgs args) {
    if (args instanceof InstanceArgs instance) {
      return instance.password();
    }
    return args instanceof SecretVersionArgs version ? version.secretString() : Optional.empty();
  }

  @Test
  void theManagedSecretIsNamedByItsArn() {
    var outputs = new ArrayList<String>();
    Deployed.by(
        () ->
            outputs.add(PulumiTest.extractValue(new Database("database", args, null).secretArn())));
    assertThat(outputs.get(0)).contains(":secretsmanager:");
  }
}
