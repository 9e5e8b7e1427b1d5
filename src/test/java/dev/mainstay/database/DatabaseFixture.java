package dev.mainstay.database;

import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import java.util.List;
import java.util.Map;

/** A database with its defaults, and the resources that it registers. */
final class DatabaseFixture {
  static final String DB_INSTANCE = "aws:rds/instance:Instance";
  static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
  static final String PARAMETERS = "aws:rds/parameterGroup:ParameterGroup";
  static final String PASSWORD = "correct-horse-battery";

  private DatabaseFixture() {}

  static DatabaseArgs args() {
    return new DatabaseArgs()
        .region("eu-central-1")
        .tags(Map.of("Name", "mainstay-test"))
        .subnetIds(Output.of(List.of("subnet-a", "subnet-b")))
        .securityGroupId(Output.of("sg-1"))
        .kmsKeyArn(Deployed.keyArn())
        .defaultIdentifier("mainstay-test");
  }

  static void ownCredentials(DatabaseArgs args) {
    args.credentials = "own";
    args.password(Output.of(PASSWORD));
  }

  static Deployed deployed(DatabaseArgs args) {
    return Deployed.by(() -> new Database("database", args, null));
  }
}
