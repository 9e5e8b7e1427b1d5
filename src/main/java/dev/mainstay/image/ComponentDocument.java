package dev.mainstay.image;

import dev.mainstay.windows.PowerShell;
import java.util.stream.Collectors;

/**
 * The <a
 * href="https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html">document</a>
 * with the steps of Image Builder.
 */
final class ComponentDocument {
  private static final String DOCUMENT = "web-server.yaml";

  private ComponentDocument() {}

  static String text() {
    return PowerShell.read(ComponentDocument.class, DOCUMENT)
        .lines()
        .map(ComponentDocument::filledIn)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The script that a line names, with the line's indentation; otherwise the line. */
  private static String filledIn(String line) {
    String name = line.strip();
    return switch (name) {
      case "{{bake.ps1}}" -> bake().indent(line.indexOf(name)).stripTrailing();
      case "{{check.ps1}}" ->
          PowerShell.read(ComponentDocument.class, "check.ps1")
              .indent(line.indexOf(name))
              .stripTrailing();
      default -> line;
    };
  }

  private static String bake() {
    return PowerShell.read(ComponentDocument.class, "bake.ps1")
        .replace("{{webServerScript}}", PowerShell.webServer());
  }
}
