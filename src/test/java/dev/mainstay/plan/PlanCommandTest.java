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
    /**
     * What is written to the error stream, without what newer JDKs say of the protobuf library that
     * the SDK brings.
     */
    String problems() {
      return err.lines()
          .filter(
              line ->
                  !line.startsWith("WARNING: ")
                      || !line.matches(".*(Unsafe|maintainers of class).*"))
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
        .containsPattern("\n  database +Database +7\n")
        .contains("17 waivers")
        .contains("\nNo waivers: all secure defaults apply\n")
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
        .startsWith("The configuration of stack test has ")
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
}
