package dev.mainstay.cases;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project's own stacks as the engine wrote them on 2026-11-27: their export and their unchanged
 * preview say what their plan says. What the program registers may have changed since.
 */
class OwnExportTest {
  private static final Path OWN = Case.ALL.resolve("own-export");
  private static final Path CONFIGURATION = OWN.resolve("Pulumi.prod.yaml");

  private final Path folder;
  private final TwoReaders readers;

  OwnExportTest(@TempDir Path folder) {
    this.folder = folder;
    readers = new TwoReaders(folder);
  }

  @Test
  void theExportOfProdIsJudgedAsItsPlan() {
    hold("prod-export", FrozenReadings.differences(unpacked("prod-export"), unpacked("prod-plan")));
  }

  @Test
  void againstItsExportProdChangesAsAgainstThePlanOfThen() {
    hold(
        "prod-against-export",
        readers.changes(unpacked("prod-export"), unpacked("prod-plan"), CONFIGURATION));
  }

  @Test
  void anUnchangedPreviewOfProdChangesNothing() {
    hold("prod-preview", readers.changes(unpacked("prod-preview-no-change")));
  }

  @Test
  void theExportOfDevIsJudgedAsItsPlan() {
    hold("dev-export", FrozenReadings.differences(unpacked("dev-export"), unpacked("dev-plan")));
  }

  private static void hold(String name, List<String> says) {
    Disagreements.hold(new Case("own-export", name), String.join("; ", says));
  }

  private Path unpacked(String name) {
    return Case.unpacked(OWN.resolve(name + ".json.gz"), folder);
  }
}
