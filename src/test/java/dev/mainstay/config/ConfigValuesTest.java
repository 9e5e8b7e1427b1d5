package dev.mainstay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.config.ConfigValues.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigValuesTest {
  @TempDir private Path folder;

  private ConfigValues file(String content) throws IOException {
    Path file = folder.resolve("Pulumi.test.yaml");
    Files.writeString(file, content);
    return ConfigValues.fromFile(file);
  }

  @Test
  void theEngineHandsOverObjectsAsJson() {
    var values =
        ConfigValues.fromEngine(
            Map.of(
                "PULUMI_CONFIG",
                "{\"aws:region\":\"eu-central-1\",\"mainstay:database\":\"{\\\"storageGib\\\":20,\\\"multiAz\\\":false}\"}"));

    assertThat(values.values())
        .containsEntry("aws:region", "eu-central-1")
        .containsEntry("mainstay:database", Map.of("storageGib", 20L, "multiAz", false));
  }

  @Test
  void theEngineSaysWhichValuesAreSecret() {
    var values =
        ConfigValues.fromEngine(
            Map.of(
                "PULUMI_CONFIG", "{\"mainstay:databasePassword\":\"hunter2\"}",
                "PULUMI_CONFIG_SECRET_KEYS", "[\"mainstay:databasePassword\"]"));

    Object password = values.values().get("mainstay:databasePassword");
    assertThat(password).isEqualTo(new Secret("hunter2"));
    assertThat(password.toString()).isEqualTo("[secret]");
  }

  @Test
  void aFileSaysTheSameInYaml() throws IOException {
    assertThat(
            file("""
                    config:
                      aws:region: eu-central-1
                      mainstay:database:
                        storageGib: 20
                        multiAz: false
                        parameters: {work_mem: 4096}
                      mainstay:web:
                        rdpCidrs: [203.0.113.10/32]
                    """)
                .values())
        .containsEntry("aws:region", "eu-central-1")
        .containsEntry(
            "mainstay:database",
            Map.of("storageGib", 20, "multiAz", false, "parameters", Map.of("work_mem", 4096)))
        .containsEntry("mainstay:web", Map.of("rdpCidrs", List.of("203.0.113.10/32")));
  }

  @Test
  void aSecureValueOfAFileStaysEncrypted() throws IOException {
    assertThat(file("config: {'mainstay:databasePassword': {secure: AAAB}}").values())
        .containsEntry("mainstay:databasePassword", new Secret(null));
  }

  @Test
  void anEmptyFileHasNoValues() throws IOException {
    assertThat(file("").values()).isEmpty();
  }

  @Test
  void aFileInAnotherEncodingIsRefusedWithTheLine() throws IOException {
    Path latin = folder.resolve("Pulumi.latin.yaml");
    Files.writeString(latin, "config:\n  a: Größe\n", StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> ConfigValues.fromFile(latin))
        .isInstanceOf(IOException.class)
        .hasMessage(latin + " is not UTF-8 (line 2).");
  }

  @Test
  void whatIsNotYamlIsRefusedByName() {
    assertThatThrownBy(() -> file("config: [unclosed"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Pulumi.test.yaml is not valid YAML: ");
  }
}
