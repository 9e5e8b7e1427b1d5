package dev.mainstay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.GraphJson;
import dev.mainstay.graph.ResourceGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program started by hand, as a process of its own: its output and its exit status. */
class PlanCommandTest {
  private static final Path MAIN = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  private record Ran(int status, String out, String err) {
    /** What is written to the error stream, without the progress of what took its time. */
    String problems() {
      return err.lines()
          .filter(line -> !line.matches("(Planning|Writing) .*\\.\\.\\."))
          .map(line -> line + "\n")
          .collect(java.util.stream.Collectors.joining());
    }
  }

  private Ran run(Path where, String... args) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    var command =
        new java.util.ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.mainstay.Main"));
    command.addAll(List.of(args));
    var builder =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PULUMI_"));
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private void stackFile(String content) throws IOException {
    Files.writeString(folder.resolve("Pulumi.test.yaml"), content);
  }

  @Test
  void withoutArgumentsEveryStackIsPlannedAndComparedInEightyColumns() throws Exception {
    Ran ran = run(MAIN);

    assertThat(ran.problems()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains("mainstay/dev  eu-central-1, ")
        .contains("mainstay/prod  eu-central-1, ")
        .contains("database  Database, ")
        .contains("17 waivers")
        .contains("No waivers: nothing is cheaper or more open than the default.")
        .doesNotContain("\u001b");
    assertThat(ran.out().lines().filter(line -> line.length() > 80)).isEmpty();
    assertThat(ran.out().lines().filter(line -> line.endsWith(" "))).isEmpty();
  }

  @Test
  void threeProblemsInOneFileAreThreeMessagesAndExitStatusOne() throws Exception {
    stackFile(
        """
        config:
          aws:region: eu-central-1
          mainstay:network: {availabilityZone: [a, b]}
          mainstay:database: {storageGib: 10}
          mainstay:cache: {multiAz: "yes"}
        """);
    Ran ran = run(folder);

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.problems())
        .startsWith("The configuration of stack test: ")
        .contains(
            "\n  - mainstay:network.availabilityZone is not a known key; did you mean"
                + " availabilityZones?\n")
        .contains("\n  - mainstay:database.storageGib is 10; allowed: 20 to 65536 (GiB)")
        .contains(
            "\n  - mainstay:cache.multiAz is \"yes\"; allowed: true or false, without quotes\n")
        .doesNotContain("\tat ");
  }

  @Test
  void aStackThatDoesNotExistIsNamedWithThoseThatDo() throws Exception {
    stackFile("config: {'aws:region': eu-central-1}");
    Ran ran = run(folder, "plan", "prod");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.problems()).isEqualTo("There is no Pulumi.prod.yaml. Stacks here: [test].\n");
  }

  @Test
  void aFolderWithoutStacksSaysSo() throws Exception {
    Ran ran = run(folder);

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.problems()).isEqualTo("There is no Pulumi.<stack>.yaml in this folder.\n");
  }

  @Test
  void anUnknownOptionIsAnUsageError() throws Exception {
    Ran ran = run(MAIN, "plan", "--colour");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.problems()).startsWith("Unknown option: '--colour'");
  }

  @Test
  void theGraphIsWrittenAsJson() throws Exception {
    Path json = folder.resolve("deep/prod.json");
    Ran ran = run(MAIN, "plan", "prod", "--json", json.toString());

    assertThat(ran.status()).isZero();
    ResourceGraph graph = GraphJson.read(Files.readString(json));
    assertThat(graph.stack()).isEqualTo("prod");
    assertThat(graph.find("aws:rds/instance:Instance", "database").orElseThrow())
        .satisfies(
            instance -> {
              assertThat(instance.protect()).isTrue();
              assertThat(instance.parent())
                  .isEqualTo("urn:pulumi:prod::mainstay::mainstay:index:Database::database");
              assertThat(graph.referenced(instance, "vpcSecurityGroupIds"))
                  .extracting(group -> group.name())
                  .containsExactly("security-database");
            });
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
    Ran ran = run(folder, "plan", "prod");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .startsWith(
            "Stack prod misses its targets (RTO 60 s, RPO 300 s); waive them under"
                + " mainstay:waivers (operations.targets), or mend:\n"
                + "  - zone eu-central-1a: interruption 60 to 120 s, data lost none\n");
  }

  @Test
  void aMissedTargetMayBeWaived() throws Exception {
    shipped(
        "prod",
        "rtoSeconds: 3600",
        "rtoSeconds: 60",
        "config:",
        "config:\n  mainstay:waivers: {operations.targets: until the new release}");
    Ran ran = run(folder, "plan", "prod");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains("1 waivers\n  operations.targets the targets may be missed\n")
        .contains("until the new release")
        .contains("  misses its targets: zone eu-central-1a\n");
  }

  @Test
  void theChangeFromAnEarlierPlanIsTold() throws Exception {
    Path old = folder.resolve("old.json");
    run(MAIN, "plan", "dev", "--json", old.toString());
    shipped("dev", "db.t4g.micro", "db.t4g.small");
    Ran ran = run(folder, "plan", "dev", "--against", old.toString());

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .containsPattern("Change  \\d+ felt, \\d+ that nobody feels\n")
        .contains("    database instanceClass: db.t4g.micro -> db.t4g.small\n");
  }

  @Test
  void aChangeThatLosesDataIsExitStatusOneUntilTheConfigurationAllowsIt() throws Exception {
    Path old = folder.resolve("old.json");
    run(MAIN, "plan", "dev", "--json", old.toString());
    Path file = shipped("dev", "multiAz: false", "multiAz: false\n    identifier: another");
    Ran blocked = run(folder, "plan", "dev", "--against", old.toString());
    Files.writeString(
        file,
        Files.readString(file).replace("config:", "config:\n  mainstay:allowDataLoss: [database]"));
    Ran allowed = run(folder, "plan", "dev", "--against", old.toString());

    assertThat(blocked.status()).isEqualTo(1);
    assertThat(blocked.err())
        .startsWith(
            "The change of stack dev loses data; name what may lose it under"
                + " mainstay:allowDataLoss:\n  - database is replaced for identifier: ");
    assertThat(allowed.err()).isEmpty();
    assertThat(allowed.status()).isZero();
  }

  @Test
  void theConfigurationOfAGitRevisionIsAnEarlierVersion() throws Exception {
    Path file = shipped("dev");
    git("init", "--quiet");
    git("add", "-A");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "first");
    Files.writeString(file, Files.readString(file).replace("db.t4g.micro", "db.t4g.small"));
    Ran ran = run(folder, "plan", "dev", "--against", "HEAD");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("database instanceClass: db.t4g.micro -> db.t4g.small\n");
  }

  private void git(String... args) throws IOException, InterruptedException {
    var command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(args));
    assertThat(new ProcessBuilder(command).directory(folder.toFile()).start().waitFor()).isZero();
  }

  @Test
  void whatIsNeitherAFileNorARevisionIsNamed() throws Exception {
    shipped("dev");
    Ran ran = run(folder, "plan", "dev", "--against", "nothing");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .startsWith(
            "--against nothing is neither a file nor a git revision that has Pulumi.dev.yaml: ");
  }

  @Test
  void aTerraformPlanIsOfOneStack() throws Exception {
    Ran ran = run(MAIN, "plan", "--tfplan", folder.resolve("plan.json").toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo("--tfplan writes one stack; name it: plan prod --tfplan FILE\n");
  }

  @Test
  void aStackOfAnotherProgramIsAnalyzed() throws Exception {
    Path exported = Path.of("src/test/resources/dev/mainstay/deployed/fragile/export.json");
    Path html = folder.resolve("fragile.html");
    Ran ran = run(MAIN, "analyze", exported.toString(), "--html", html.toString());

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("Survives  ").contains("down");
    assertThat(Files.readString(html)).contains("class=\"drawing\"");
  }

  @Test
  void whatIsNoStackOfPulumiIsNotAnalyzed() throws Exception {
    Path other = Files.writeString(folder.resolve("other.json"), "{}");
    Ran ran = run(MAIN, "analyze", other.toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            other
                + " is neither of pulumi stack export nor of pulumi preview --json: it has no"
                + " deployment and no steps.\n");
  }
}
