package dev.mainstay.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.annotations.Import;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class ReferenceFactTest {
  private static final String SUBNET = "aws:ec2/subnet:Subnet";

  /** The arguments of a resource class of the provider, or no class. */
  private static Optional<Class<?>> arguments(String type) {
    String[] parts = type.split("[:/]", -1);
    try {
      return Optional.of(
          Class.forName(
              "com.pulumi.aws.%s.%sArgs".formatted(parts[1].toLowerCase(Locale.ROOT), parts[3])));
    } catch (ClassNotFoundException none) {
      return Optional.empty();
    }
  }

  private static boolean hasInput(Class<?> arguments, String input) {
    return Arrays.stream(arguments.getDeclaredFields())
        .map(field -> field.getAnnotation(Import.class))
        .anyMatch(annotation -> annotation != null && annotation.name().equals(input));
  }

  @Test
  void everyTypeIsOneOfTheProvider() {
    Stream<String> types =
        Stream.concat(
            Table.rows("references.csv").stream()
                .flatMap(
                    row ->
                        Stream.of(
                            (row.get("type") + " " + row.get("targets")).trim().split(" ", -1))),
            Table.rows("identifiers.csv").stream().map(row -> row.get("type")));

    assertThat(types.distinct().filter(type -> arguments(type).isEmpty())).isEmpty();
  }

  @Test
  void everyInputOfAStatedTypeIsOneOfTheProvider() {
    List<CSVRecord> rows = new ArrayList<>(Table.rows("references.csv"));
    rows.addAll(Table.rows("identifiers.csv"));

    assertThat(
            rows.stream()
                .filter(row -> !row.get("type").isEmpty())
                .filter(
                    row ->
                        arguments(row.get("type")).stream()
                            .noneMatch(
                                each -> hasInput(each, row.get("property").split("\\.", -1)[0])))
                .map(row -> row.get("type") + " " + row.get("property")))
        .isEmpty();
  }

  @Test
  void anInputIsFoundByItsLastNameWhereverItStands() {
    assertThat(ReferenceFact.of("aws:lb/loadBalancer:LoadBalancer", "subnetMappings[0].subnetId"))
        .hasValueSatisfying(fact -> assertThat(fact.targets()).contains(SUBNET));
    assertThat(ReferenceFact.of("aws:lb/loadBalancer:LoadBalancer", "accessLogs.bucket"))
        .hasValueSatisfying(
            fact -> assertThat(fact.targets()).contains("aws:s3/bucketV2:BucketV2"));
    assertThat(ReferenceFact.of(SUBNET, "cidrBlock")).isEmpty();
  }

  @Test
  void aResourceIsNamedByItsIdentifier() {
    assertThat(ReferenceFact.identifierOf("aws:rds/instance:Instance")).isEqualTo("identifier");
    assertThat(ReferenceFact.identifierOf("aws:rds/subnetGroup:SubnetGroup")).isEqualTo("name");
  }
}
