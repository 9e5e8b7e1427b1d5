package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.cost.CostBasis;
import dev.mainstay.cost.CostChange;
import dev.mainstay.cost.PriceBook;
import dev.mainstay.disruption.Disruption;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ConsoleReportTest {
  private static String plain(PlannedStack... stacks) {
    return new ConsoleReport(Ansi.OFF).of(List.of(stacks));
  }

  @Test
  void eachPartShowsWhatMattersOfItsResourcesAndCountsTheOthers() throws IOException {
    assertThat(plain(Planned.unwaived("prod")))
        .startsWith(
            """
            mainstay/prod  eu-central-1, 139 resources

            key  EncryptionKey, 3 resources
              Key key  rotated
              and 1 Alias, 1 KeyPolicy
            """)
        .contains(
            """
            database  Database, 7 resources
              ParameterGroup database-postgres17  postgres17
              Instance database                   postgres 17, db.m7g.large, Multi-AZ, 400
                                                  GiB, protected, kept by Pulumi
              and 2 LogGroup, 1 Role, 1 RolePolicyAttachment, 1 SubnetGroup
            """)
        .contains(
            """
              Parameter connections-database-reader-hosts
                                                       /mainstay-prod/database/reader-hosts
            """);
  }

  @Test
  void eachFailureIsOneLineWithItsOutcomeAndInterruption() throws IOException {
    assertThat(plain(Planned.unwaived("prod")))
        .contains(
            """
            Survives  SLA credit threshold 99.87 %, AWS's agreements grant credits below it
              Normal operation                                survives   none
              Availability Zone eu-central-1a fails           survives   60 to 120 s
              Availability Zone eu-central-1b fails           survives   60 to 120 s
            """)
        .contains("  Region eu-central-1 fails                       down       not known\n");
  }

  @Test
  void failedControlsAreNamedWithWhatFailsThem() throws IOException {
    assertThat(plain(Planned.unwaived("dev")))
        .contains("  RDS Multi-AZ  RDS.5, CKV_AWS_157\n    database: ");
  }

  @Test
  void costIsGivenByComponentTheMostExpensiveFirst() throws IOException {
    assertThat(plain(Planned.unwaived("dev")))
        .contains("\nCost  131.61 USD per month by list prices; not included: nothing\n")
        .contains("\n  web 53.23, edge 32.85, database 19.96, cache 11.83, network 7.91, ");
  }

  @Test
  void aChangeSaysWhatIsFelt() throws IOException {
    ResourceGraph before = Planned.graph("dev");
    ResourceNode old = before.find("aws:rds/instance:Instance", "database").orElseThrow();
    var inputs = new TreeMap<>(old.inputs());
    inputs.put("instanceClass", "db.t4g.small");
    var changed = old.with(inputs, old.references());
    PlannedStack stack = Planned.of(before.with(old.urn(), changed), List.of());
    var disruption = Disruption.between(before, stack.graph());

    var cost = CostChange.between(before, stack.graph(), CostBasis.of(PriceBook.shipped()));

    // 730 h x (0.037 - 0.019) = 13.14
    assertThat(plain(stack.with(stack.findings().against(disruption, cost))))
        .contains("  +13.14 USD per month, database.instanceClass\n")
        .contains("Change  1 felt, 0 that nobody feels\n")
        .contains("    database instanceClass: db.t4g.micro -> db.t4g.small\n");
  }

  @Test
  void stacksAreComparedByCreditThresholdAndCost() throws IOException {
    assertThat(plain(Planned.unwaived("dev"), Planned.unwaived("prod")))
        .containsPattern("SLA threshold +98\\.49 % +99\\.87 %\n")
        .containsPattern("\nUSD per month +131\\.61 +1,485\\.88\n")
        .containsPattern("\nNot included +nothing +nothing\n");
  }

  @Test
  void noLineIsLongerThanEightyColumns() throws IOException {
    String report =
        plain(Planned.unwaived("dev"), Planned.unwaived("prod"), Planned.unwaived("article"));

    assertThat(report.lines().filter(line -> line.length() > 80)).isEmpty();
    assertThat(report.lines().filter(line -> line.endsWith(" "))).isEmpty();
  }

  @Test
  void coloursAreForTerminals() throws IOException {
    assertThat(plain(Planned.unwaived("dev"))).doesNotContain("\u001b");
    assertThat(new ConsoleReport(Ansi.ON).of(List.of(Planned.unwaived("dev")))).contains("\u001b[");
  }
}
