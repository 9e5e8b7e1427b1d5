package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.config.ConfigValues;
import dev.mainstay.config.Refusal;
import dev.mainstay.simulator.SimulatedAws;
import dev.mainstay.stack.StackConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The same values are refused in the same words, in a configuration file and from YAML. */
@EngineTest
class OtherLanguageRefusalTest {
  private static final String PROGRAM =
      """
      name: shop
      runtime: yaml
      packages:
        mainstay: ../../plugin
      config:
        aws:region:
          value: eu-central-1
      resources:
        database:
          type: mainstay:Database
          properties:
            region: eu-central-1
            defaultIdentifier: shop-prod
            kmsKeyArn: arn:aws:kms:eu-central-1:123456789012:key/1
            subnetIds: [subnet-1, subnet-2]
            securityGroupId: sg-1
      """;

  private static final String BAD_VALUES =
      """
      engineVersion: 17
      storageType: gp9
      storageGib: 10
      backupRetentionDays: 99
      maintenanceWindow: sunday
      credentials: own
      readReplicas: 16
      parameters: {work_mem: 8192}
      """;

  @TempDir private Path folder;

  @Test
  void badValuesAreRefusedAllAtOnceAsFromAConfigurationFile() {
    try (SimulatedAws aws = new SimulatedAws()) {
      var stack = program(BAD_VALUES, aws);
      var refusal =
          """
          error: mainstay:index:Database resource 'database' has a problem: \
          database has 7 problems; nothing was registered.
          %s
          """
              .formatted(fromAConfigurationFile(BAD_VALUES));

      for (var outcome : new Outcome[] {stack.preview(), stack.up()}) {
        assertThat(outcome.ok()).isFalse();
        assertThat(outcome.output().replaceAll("(?m)^    ", ""))
            .contains(refusal)
            .doesNotContain("Exception", "\tat ");
      }
      assertThat(aws.journal().entries()).isEmpty();
      assertThat(stack.state().resources())
          .noneMatch(resource -> resource.type().equals("mainstay:index:Database"));
    }
  }

  @Test
  void aDoubtIsAWarning() {
    try (SimulatedAws aws = new SimulatedAws()) {
      assertThat(program("instanceClass: db.m99g.large\n", aws).preview().orFail().output())
          .contains(
              "warning: database.instanceClass is \"db.m99g.large\"; unknown to this release, so"
                  + " not checked");
    }
  }

  private EngineStack program(String properties, SimulatedAws aws) {
    return Workspace.yaml(folder, PROGRAM + properties.indent(6), aws.port())
        .stack("prod", "config: {}\n");
  }

  /** What a stack whose section of the database says the same is told about it. */
  private static String fromAConfigurationFile(String section) {
    var values =
        Map.<String, Object>of(
            "aws:region", "eu-central-1", "mainstay:database", new Yaml().load(section));
    var refusal =
        catchThrowableOfType(
            Refusal.class, () -> StackConfig.of("shop", "prod", new ConfigValues(values)));
    return refusal.problems().stream()
        .filter(problem -> problem.key().startsWith("mainstay:database."))
        .map(problem -> "  - " + problem.message().replaceFirst("mainstay:database\\.", ""))
        .collect(Collectors.joining("\n"));
  }
}
