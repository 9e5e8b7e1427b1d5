package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.cost.CostBasis;
import dev.mainstay.cost.CostChange;
import dev.mainstay.cost.PriceBook;
import dev.mainstay.disruption.Change;
import dev.mainstay.disruption.Disruption;
import dev.mainstay.disruption.Effect;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ConsoleReportTest {
  private static String plain(PlannedStack... stacks) {
    return ConsoleReport.of(List.of(stacks), Ansi.OFF, false);
  }

  private static String withResources(String stack) throws IOException {
    return ConsoleReport.of(List.of(Planned.unwaived(stack)), Ansi.OFF, true);
  }

  /** The stack {@code dev} after the class of its database has changed. */
  private static PlannedStack changed() throws IOException {
    ResourceGraph before = Planned.graph("dev");
    ResourceNode old = before.find("aws:rds/instance:Instance", "database").orElseThrow();
    var inputs = new TreeMap<>(old.inputs());
    inputs.put("instanceClass", "db.t4g.small");
    var changed = old.with(inputs, old.references());
    PlannedStack stack = Planned.of(before.with(old.urn(), changed), List.of());
    return stack.with(
        stack
            .findings()
            .against(
                Disruption.between(before, stack.graph()),
                CostChange.between(before, stack.graph(), CostBasis.of(PriceBook.shipped()))));
  }

  @Test
  void theFirstScreenSaysWhetherAllIsFineWhatItCostsAndWhatIsOpenOrWaived() throws IOException {
    assertThat(plain(Planned.unwaived("prod")))
        .startsWith(
            """
            mainstay/prod  eu-central-1, 139 resources

            Passed: no control failed; 8 of 9 failures survived.

            Monthly cost         1,485.88 USD          list prices; not included: nothing
            Controls passed      49 of 49              0 failed, 0 waived, 0 not known
            Waivers              0                     all secure defaults apply
            """);
  }

  @Test
  void whatChangedIsOnTheFirstScreenToo() throws IOException {
    assertThat(plain(changed()).lines().limit(24))
        .contains("Changes              1 with impact         0 without");
  }

  @Test
  void theResourcesComeLastCountedByComponent() throws IOException {
    assertThat(plain(Planned.unwaived("prod")))
        .containsSubsequence("\nFailure impact ", "\nMonthly cost: ", "\nResources ")
        .contains(
            """
            Resources  --resources lists each of them
              key                 EncryptionKey               3
              network             Network                     37
            """)
        .endsWith("  operations          Operations                  34\n\n")
        .doesNotContain("ParameterGroup");
  }

  @Test
  void eachComponentListsWhatMattersOfItsResourcesIfAsked() throws IOException {
    assertThat(withResources("prod"))
        .contains(
            """
            Resources

            key  EncryptionKey, 3 resources
              Key key  key rotation
              and 1 Alias, 1 KeyPolicy
            """)
        .contains(
            """
            database  Database, 7 resources
              ParameterGroup database-postgres17  postgres17
              Instance database                   postgres 17, db.m7g.large, Multi-AZ, 400
                                                  GiB, deletion protection, Pulumi "protect"
              and 2 LogGroup, 1 Role, 1 RolePolicyAttachment, 1 SubnetGroup
            """)
        .contains(
            """
              Parameter connections-database-reader-hosts
                                                       /mainstay-prod/database/reader-hosts
            """);
  }

  @Test
  void eachFailureHasItsOutcomeInterruptionAndDataLoss() throws IOException {
    assertThat(plain(Planned.unwaived("prod")))
        .contains(
            "\nFailure impact                          Outcome    Interruption     Data loss\n")
        .contains("\n  Normal operation                      works      none             none\n")
        .containsPattern("\n  Availability Zone .*eu-central-1a.* survives +60 to 120 s +none\n")
        .containsPattern("\n  Region .*eu-central-1.* down +not known +everything\n");
  }

  @Test
  void failedControlsAreNamedWithWhatFailsThem() throws IOException {
    assertThat(plain(Planned.unwaived("dev")))
        .contains("\nFailed: 20 controls failed, 4 failures not survived.\n")
        .contains("\nControls failed\n")
        .containsPattern("\n  RDS Multi-AZ  RDS\\.5.*\n    .*\"database\"");
  }

  @Test
  void costIsGivenByComponentTheMostExpensiveFirst() throws IOException {
    assertThat(plain(Planned.unwaived("dev")))
        .contains(
            "\nMonthly cost: 131.61 USD; not included: nothing\n  web                 53.23 ");
  }

  @Test
  void aChangeHasItsImpact() throws IOException {
    assertThat(plain(changed()))
        .contains("\nChanges: 1 with impact, 0 without\n")
        .contains("  \"database\" instanceClass: db.t4g.micro -> db.t4g.small\n")
        // 730 h x (0.037 - 0.019) = 13.14
        .contains("\nCost of the change\n  +13.14 USD per month, database.instanceClass\n");
  }

  @Test
  void whatIsNotShownIsCountedAndWhatBlocksIsShownHoweverManyThereAre() throws IOException {
    var changes = new ArrayList<Change>();
    for (int index = 0; index < 300; index++) {
      changes.add(change("quiet-" + index, Effect.NOTHING));
      changes.add(change("noisy-" + index, Effect.REBOOT));
    }
    changes.add(change("orders", Effect.DATA_LOSS));
    changes.add(change("engine", Effect.REFUSED));
    PlannedStack stack = Planned.unwaived("dev");
    PlannedStack changed =
        stack.with(
            stack
                .findings()
                .against(
                    new Disruption(changes),
                    CostChange.between(
                        stack.graph(), stack.graph(), CostBasis.of(PriceBook.shipped()))));

    assertThat(plain(changed))
        .contains("\nChanges: 302 with impact, 300 without\n")
        .contains("  \"noisy-299\" size: 1 -> 2\n")
        .contains("  \"orders\" size: 1 -> 2\n")
        .contains("  \"engine\" size: 1 -> 2\n")
        .doesNotContain("quiet-")
        .contains("\n  300 without impact not shown; --html writes all of them\n");
    assertThat(HtmlReport.of(List.of(changed))).contains("orders", "engine", "quiet-299");
    assertThat(MarkdownReport.of(List.of(changed))).contains("orders", "engine");
  }

  private static Change change(String name, Effect effect) {
    return new Change(
        "urn:pulumi:dev::mainstay::a:b:C::" + name,
        "size",
        "1",
        "2",
        effect,
        "",
        "",
        "",
        "",
        false);
  }

  @Test
  void stacksAreComparedBeforeEachIsTold() throws IOException {
    assertThat(plain(Planned.unwaived("dev"), Planned.unwaived("prod")))
        .startsWith(
            "                dev                             prod\nRegion          eu-central-1")
        .containsPattern("\nSLA threshold +98\\.49 % +99\\.87 %\n")
        .containsPattern("\nMonthly cost +131\\.61 USD +1,485\\.88 USD\n")
        .containsPattern("\nNot included +nothing +nothing\n");
  }

  @Test
  void noLineIsLongerThanEightyColumnsAndNothingIsCut() throws IOException {
    String report =
        plain(Planned.unwaived("dev"), Planned.unwaived("prod"), changed())
            + withResources("article");

    assertThat(report.lines().filter(line -> line.length() > 80)).isEmpty();
    assertThat(report.lines().filter(line -> line.endsWith(" "))).isEmpty();
    assertThat(report).doesNotContain("…");
  }

  @Test
  void coloursAreForTerminals() throws IOException {
    PlannedStack dev = Planned.unwaived("dev");
    String coloured = ConsoleReport.of(List.of(dev), Ansi.ON, false);

    assertThat(plain(dev)).doesNotContain("\u001b");
    assertThat(coloured)
        .startsWith("\u001b[1mmainstay/dev\u001b[22m  eu-central-1, 103 resources\n\n")
        .contains("\u001b[1;31mFailed\u001b[22;39m: 20 controls failed")
        .contains("\n    \u001b[36mdatabase\u001b[39m: ");
    assertThat(coloured.replaceAll("\u001b\\[(1|2|22|31|32|33|36|39|1;31|1;32|1;33|22;39)m", ""))
        .doesNotContain("\u001b");
  }
}
