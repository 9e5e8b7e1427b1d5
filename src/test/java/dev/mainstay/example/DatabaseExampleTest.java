package dev.mainstay.example;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import dev.mainstay.database.Database;
import dev.mainstay.database.DatabaseArgs;
import org.junit.jupiter.api.Test;

class DatabaseExampleTest {
  private final Aws aws = new Aws();

  private static DatabaseArgs args() {
    return new DatabaseArgs()
        .region("eu-central-1")
        .subnetIds(Aws.SUBNET_IDS)
        .securityGroupId(Aws.GROUP_ID)
        .kmsKeyArn(Aws.KEY_ARN)
        .defaultIdentifier("shop");
  }

  @Test
  void aDatabaseHasAStandbyAndEncryptedStorage() {
    aws.run(context -> new Database("database", args(), null));

    aws.registered("aws:rds/instance:Instance", "multiAz", true);
    aws.registered("aws:rds/instance:Instance", "storageEncrypted", true);
  }

  @Test
  void storageOfTenGibIsRefusedBeforeAnythingIsRegistered() {
    var args = args();
    args.storageGib = 10;

    assertThatThrownBy(() -> aws.run(context -> new Database("database", args, null)))
        .hasStackTraceContaining("storageGib is 10; allowed: 20 to 65536 (GiB)");
    aws.neverRegistered("aws:rds/instance:Instance", "multiAz", true);
  }

  @Test
  void thePortIsAnOutputForTheRestOfTheProgram() {
    aws.run(
        context -> {
          var database = new Database("database", args(), null);
          new Parameter(
              "port",
              ParameterArgs.builder()
                  .type("String")
                  .value(database.port().applyValue(String::valueOf))
                  .build());
        });

    aws.registered("aws:ssm/parameter:Parameter", "value", "5432");
  }
}
