package dev.mainstay.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.pulumi.resources.ComponentResource;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.mainstay.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PackageSchemaTest {
  private static final String FILE = "src/main/resources/dev/mainstay/plugin/schema.json";

  @Test
  void theSchemaIsThatOfTheClasses() throws IOException {
    var schema = new SchemaOfClasses().of(version(), Component.ALL);
    var json = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    GeneratedFile.hold(FILE, json.toJson(schema) + "\n");
  }

  @Test
  void everyComponentIsOffered() {
    var components =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests()).importPackages("dev.mainstay").stream()
                .filter(type -> type.isAssignableTo(ComponentResource.class))
                .map(JavaClass::getName);

    assertThat(Component.ALL.stream().map(component -> component.type().getName()))
        .containsExactlyInAnyOrderElementsOf(components.toList());
  }

  private static String version() throws IOException {
    var version =
        Pattern.compile("<artifactId>mainstay</artifactId>\\s*<version>([0-9.]+)")
            .matcher(Files.readString(Path.of("pom.xml")));
    if (!version.find()) {
      throw new AssertionError("no version in pom.xml");
    }
    return version.group(1);
  }
}
