package dev.mainstay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of the command line, in this process: what they print, and the exit status. */
class PlanOptionsTest {
  private static final Path MAIN = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  private String file(String stack) {
    return folder.resolve("Pulumi." + stack + ".yaml").toString();
  }

  private Path shipped(String stack, String... replaced) throws IOException {
    String content = Files.readString(MAIN.resolve("Pulumi." + stack + ".yaml"));
    for (int index = 0; index < replaced.length; index += 2) {
      assertThat(content).contains(replaced[index]);
      content = content.replace(replaced[index], replaced[index + 1]);
    }
    Files.copy(MAIN.resolve("Pulumi.yaml"), folder.resolve("Pulumi.yaml"));
    return Files.writeString(folder.resolve("Pulumi." + stack + ".yaml"), content);
  }

  @Test
  void aMissedTargetIsExitStatusOne() throws Exception {
    shipped("prod", "rtoSeconds: 3600", "rtoSeconds: 60");
    Ran ran = Ran.command("plan", file("prod"));

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .startsWith(
            "Stack \"prod\" misses its targets (RTO 60 s, RPO 300 s). Change the configuration, or"
                + " waive them under mainstay:waivers (operations.targets):\n"
                + "  - Availability Zone eu-central-1a fails: interruption 60 to 120 s, data loss"
                + " none\n");
  }

  @Test
  void aMissedTargetMayBeWaived() throws Exception {
    shipped(
        "prod",
        "rtoSeconds: 3600",
        "rtoSeconds: 60",
        "config:",
        "config:\n  mainstay:waivers: {operations.targets: until the new release}");
    Ran ran = Ran.command("plan", file("prod"));

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains("1 waiver\n  operations.targets: the targets may be missed\n")
        .contains("until the new release")
        .containsPattern(
            """

              Availability Zone .*eu-central-1a.* survives .*
                misses RTO: RTO 60 s, RPO 300 s
            """);
  }

  @Test
  void theChangeFromAnEarlierPlanIsTold() throws Exception {
    Path old = folder.resolve("old.json");
    Ran.command("plan", MAIN.resolve("Pulumi.dev.yaml").toString(), "--json", old.toString());
    shipped("dev", "db.t4g.micro", "db.t4g.small");
    Ran ran = Ran.command("plan", file("dev"), "--against", old.toString());

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .containsPattern("\nChanges: \\d+ with impact, \\d+ without\n")
        .contains("  \"database\" instanceClass: db.t4g.micro -> db.t4g.small\n");
  }

  @Test
  void aChangeThatLosesDataIsExitStatusOneUntilTheConfigurationAllowsIt() throws Exception {
    Path old = folder.resolve("old.json");
    Ran.command("plan", MAIN.resolve("Pulumi.dev.yaml").toString(), "--json", old.toString());
    Path file = shipped("dev", "storageGib: 20", "storageGib: 20\n    username: another");
    Ran blocked = Ran.command("plan", file("dev"), "--against", old.toString());
    Files.writeString(
        file,
        Files.readString(file).replace("config:", "config:\n  mainstay:allowDataLoss: [database]"));
    Ran allowed = Ran.command("plan", file("dev"), "--against", old.toString());

    assertThat(blocked.status()).isEqualTo(1);
    assertThat(blocked.err())
        .startsWith(
            "The changes of stack \"dev\" would lose data. Name the resources that may lose it"
                + " under mainstay:allowDataLoss:\n"
                + "  - \"database\" changes in \"username\" from mainstay to another: everything"
                + " since the final snapshot; allow it as database.username\n");
    assertThat(allowed.err()).isEmpty();
    assertThat(allowed.status()).isZero();
  }

  @Test
  void aChangeThatAwsRefusesIsExitStatusOne() throws Exception {
    Path old = folder.resolve("old.json");
    Path file = shipped("dev", "storageGib: 20", "storageGib: 40");
    Ran.command("plan", file("dev"), "--json", old.toString());
    Files.writeString(file, Files.readString(file).replace("storageGib: 40", "storageGib: 20"));
    Ran ran = Ran.command("plan", file("dev"), "--against", old.toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            "AWS refuses a change of stack \"dev\":\n"
                + "  - \"database\" changes in \"allocatedStorage\" from 40 to 20: RDS does not"
                + " shrink storage\n");
  }

  @Test
  void theConfigurationOfAGitRevisionIsAnEarlierVersion() throws Exception {
    Path file = shipped("dev");
    commit();
    Files.writeString(file, Files.readString(file).replace("db.t4g.micro", "db.t4g.small"));
    Ran ran = Ran.command("plan", file("dev"), "--against", "HEAD");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("\"database\" instanceClass: db.t4g.micro -> db.t4g.small\n");
  }

  private void commit() throws IOException, InterruptedException {
    git("init", "--quiet");
    git("add", "-A");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "first");
  }

  private void git(String... args) throws IOException, InterruptedException {
    var command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(args));
    assertThat(new ProcessBuilder(command).directory(folder.toFile()).start().waitFor()).isZero();
  }

  @Test
  void whatIsNeitherAFileNorARevisionIsNamed() throws Exception {
    shipped("dev");
    Ran ran = Ran.command("plan", file("dev"), "--against", "nothing");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .startsWith(
            "--against nothing is neither a file nor a git revision with Pulumi.dev.yaml: ");
  }

  @Test
  void anEarlierConfigurationThatIsRefusedNowIsToldFromThatOfNow() throws Exception {
    Path file = shipped("dev");
    String now = Files.readString(file);
    Files.writeString(file, now.replace("instanceClass", "instanceKlass"));
    commit();
    Files.writeString(file, now);
    Ran ran = Ran.command("plan", file("dev"), "--against", "HEAD");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            "The configuration of stack dev at HEAD has 1 problem; nothing was registered.\n"
                + "  - mainstay:database.instanceKlass is not a known key; did you mean"
                + " instanceClass?\n");
  }

  @Test
  void aTerraformPlanIsOfOneStack() throws Exception {
    Ran ran = Ran.command("plan", "--tfplan", folder.resolve("plan.json").toString());

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith("--tfplan writes one stack; name the stack: plan prod --tfplan FILE\nUsage: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"resources\": 3} | " + JsonInput.DAMAGED,
        "{\"stacks\": [{}]} | " + JsonInput.DAMAGED,
        "[] | not a plan: no JSON object",
        "resources: 3 | not JSON: line 1 column 11",
      })
  void aDamagedEarlierVersionIsNamedWithoutAStackTrace(String content, String wrong)
      throws Exception {
    shipped("dev");
    Path file = Files.writeString(folder.resolve("damaged.json"), content);
    Ran ran = Ran.command("plan", file("dev"), "--against", file.toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).isEqualTo("%s is %s.\n".formatted(file, wrong));
  }
}
