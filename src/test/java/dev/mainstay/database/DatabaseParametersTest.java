package dev.mainstay.database;

import static dev.mainstay.database.DatabaseFixture.PARAMETERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.mainstay.Deployed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseParametersTest {

  private final DatabaseArgs args = DatabaseFixture.args();

  private Deployed deployed() {
    return DatabaseFixture.deployed(args);
  }

  @Test
  void theParametersForceTlsAndLogging() {
    assertThat(deployed().get(PARAMETERS, "database-postgres17").inputs())
        .contains(
            entry("family", "postgres17"),
            entry("description", "Parameters of mainstay-test for postgres17"),
            entry(
                "parameters",
                List.of(
                    parameter("log_min_duration_statement", "1000", "immediate"),
                    parameter("log_statement", "ddl", "immediate"),
                    parameter("rds.force_ssl", "1", "pending-reboot"))));
  }

  @Test
  void staticAndUnknownParametersWaitForAReboot() {
    args.parameters =
        Map.of("max_prepared_transactions", "64", "work_mem", "8192", "brand_new", "1");
    assertThat(deployed().get(PARAMETERS, "database-postgres17").input("parameters"))
        .get(LIST)
        .contains(
            parameter("max_prepared_transactions", "64", "pending-reboot"),
            parameter("work_mem", "8192", "immediate"),
            parameter("brand_new", "1", "pending-reboot"));
  }

  @Test
  void blueGreenUpdatesReplicateLogically() {
    DatabaseFixture.ownCredentials(args);
    args.blueGreenUpdates = true;
    assertThat(deployed().get(PARAMETERS, "database-postgres17").input("parameters"))
        .get(LIST)
        .contains(parameter("rds.logical_replication", "1", "pending-reboot"));
  }

  private static Map<String, Object> parameter(String name, String value, String applyMethod) {
    return Map.of("name", name, "value", value, "applyMethod", applyMethod);
  }
}
