package dev.mainstay.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionReaderTest {
  /** One key of each type that a section may have. */
  public static final class Sample extends ResourceArgs {
    @Import public String text;
    @Import public Integer count;
    @Import public Boolean flag;
    @Import public Double ratio;
    @Import public List<String> names;
    @Import public Map<String, String> parameters;
    @Import public Nested nested;
    @Import public List<Nested> several;
    @Import String wiring;
  }

  public static final class Nested extends ResourceArgs {
    @Import public String bucket;
  }

  private final SectionReader reader = new SectionReader();

  private Sample read(Map<String, ?> section) {
    return reader.read("mainstay:sample", section, new Sample());
  }

  private void assertProblems(String... messages) {
    assertThat(reader.problems()).extracting(Problem::message).containsExactly(messages);
  }

  @Test
  void everyTypeIsRead() {
    Sample sample =
        read(
            Map.of(
                "text",
                "17",
                "count",
                20,
                "flag",
                false,
                "ratio",
                0.5,
                "names",
                List.of("a", "b"),
                "parameters",
                Map.of("max_prepared_transactions", 100, "log_connections", true),
                "nested",
                Map.of("bucket", "releases"),
                "several",
                List.of(Map.of("bucket", "one"))));

    assertProblems();
    assertThat(sample.text).isEqualTo("17");
    assertThat(sample.count).isEqualTo(20);
    assertThat(sample.flag).isFalse();
    assertThat(sample.ratio).isEqualTo(0.5);
    assertThat(sample.names).containsExactly("a", "b");
    assertThat(sample.parameters)
        .containsEntry("max_prepared_transactions", "100")
        .containsEntry("log_connections", "true");
    assertThat(sample.nested.bucket).isEqualTo("releases");
    assertThat(sample.several.get(0).bucket).isEqualTo("one");
  }

  @Test
  void wholeNumbersAreReadAsTheEngineHandsThemOver() {
    assertThat(read(Map.of("count", 20L)).count).isEqualTo(20);
    assertThat(read(Map.of("ratio", 2L)).ratio).isEqualTo(2.0);
    assertProblems();
  }

  @Test
  void aSectionThatIsNotThereIsEmpty() {
    reader.read("mainstay:sample", null, new Sample());
    assertProblems();
  }

  @Test
  void aMisspeltKeyIsRefusedWithTheOneThatIsMeant() {
    read(Map.of("Flags", true));
    assertProblems("mainstay:sample.Flags is not a known key; did you mean flag?");
  }

  @Test
  void anUnlikelyKeyIsRefusedWithAllThatThereAre() {
    read(Map.of("zzzzzzzzz", true));
    assertProblems(
        "mainstay:sample.zzzzzzzzz is not a known key; allowed: text, count, flag, ratio, names,"
            + " parameters, nested, several");
  }

  @Test
  void wiringCannotBeConfigured() {
    read(Map.of("wiring", "x"));
    assertThat(reader.problems()).hasSize(1);
  }

  @Test
  void aStringForABooleanIsRefused() {
    read(Map.of("flag", "yes"));
    assertProblems("mainstay:sample.flag is \"yes\"; allowed: true or false, without quotes");
  }

  @Test
  void aFractionOrAStringForAWholeNumberIsRefused() {
    read(Map.of("count", 20.5));
    read(Map.of("count", "20"));
    read(Map.of("count", 3_000_000_000L));
    assertProblems(
        "mainstay:sample.count is 20.5; allowed: a whole number, without quotes",
        "mainstay:sample.count is \"20\"; allowed: a whole number, without quotes",
        "mainstay:sample.count is 3000000000; allowed: a whole number, without quotes");
  }

  @Test
  void aNumberForAStringIsRefusedBecauseItMayHaveLostDigits() {
    read(Map.of("text", 17.1));
    assertProblems("mainstay:sample.text is 17.1; allowed: a string; put it in quotes: \"17.1\"");
  }

  @Test
  void aNumberWhereAFractionIsMeantMustBeOne() {
    read(Map.of("ratio", "half"));
    assertProblems("mainstay:sample.ratio is \"half\"; allowed: a number, without quotes");
  }

  @Test
  void aListIsAListOfItsElements() {
    read(Map.of("names", "a"));
    read(Map.of("names", List.of("a", 1)));
    assertProblems(
        "mainstay:sample.names is \"a\"; allowed: a list",
        "mainstay:sample.names[1] is 1; allowed: a string; put it in quotes: \"1\"");
  }

  @Test
  void mapsAreMapsAllTheWayDown() {
    read(Map.of("nested", "releases"));
    read(Map.of("nested", Map.of("bucke", "releases")));
    read(Map.of("parameters", Map.of("a", List.of())));
    assertProblems(
        "mainstay:sample.nested is \"releases\"; allowed: a map of keys and values",
        "mainstay:sample.nested.bucke is not a known key; did you mean bucket?",
        "mainstay:sample.parameters.a is []; allowed: a string, a number, true or false");
  }

  @Test
  void aSectionThatIsNoMapIsRefused() {
    reader.read("mainstay:sample", List.of(1), new Sample());
    assertProblems("mainstay:sample is [1]; allowed: a map of keys and values");
  }

  @Test
  void everyProblemOfASectionIsFoundInOneGo() {
    read(Map.of("flag", "yes", "count", "many", "tex", "x"));
    assertThat(reader.problems()).hasSize(3);
  }
}
