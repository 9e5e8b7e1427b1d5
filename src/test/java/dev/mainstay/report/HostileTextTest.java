package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.mainstay.plan.Ran;
import dev.mainstay.text.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a stack or a configuration holds, no output passes it on as more than text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
  /** Ends lines, cells, spans, elements and attributes; colours, hides, links, notifies. */
  private static final String HOSTILE =
      "x\u001b[31m\u009b2J\u0007\n\r\t\u007f\u202e\u2066\u200b\u2028`|<script>\"'&\\"
          + "\n# heading [a](http://evil) *b* @octocat #4711 gh-12 deadbeefcafe acme/shop#12 $y$";

  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]");

  private static final List<String> FORMATS =
      List.of("html", "markdown", "json", "sarif", "tfplan");

  /** What identifies: the engine and the provider write it, and each has a form of its own. */
  private static final Set<String> KEPT =
      Set.of("type", "id", "provider", "engine", "4dabf18193072939515e22adb298388d", "op");

  private Path folder;

  private final Map<String, String> outputs = new LinkedHashMap<>();

  @BeforeAll
  void report(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Path export =
        Files.writeString(folder.resolve("export.json"), new Gson().toJson(hostile(fragile())));
    run("analysis", "analyze", export.toString(), "--resources");
    run(
        "preview",
        "analyze",
        Files.writeString(folder.resolve("preview.json"), preview()).toString());
    Path stack = folder.resolve("Pulumi.test.yaml");
    Files.writeString(stack, configuration());
    run("plan", "plan", stack.toString(), "--resources");
  }

  private void run(String named, String... command) throws IOException {
    var args = new ArrayList<>(List.of(command));
    FORMATS.forEach(
        format -> args.addAll(List.of("--" + format, folder.resolve(named + format).toString())));
    Ran ran = Ran.command(args.toArray(String[]::new));
    assertThat(ran.out()).as("%s: %s", named, ran.err()).isNotBlank();
    outputs.put(named + " console", ran.out());
    outputs.put(named + " errors", ran.err());
    for (String format : FORMATS) {
      outputs.put(named + " " + format, Files.readString(folder.resolve(named + format)));
    }
  }

  private static JsonObject fragile() throws IOException {
    return JsonParser.parseString(
            Files.readString(
                Path.of("src/test/resources/dev/mainstay/deployed/fragile/export.json")))
        .getAsJsonObject();
  }

  /** Every name and every value that is free text gets the hostile text behind it. */
  private static JsonElement hostile(JsonElement element) {
    if (element instanceof JsonObject object) {
      var result = new JsonObject();
      object
          .entrySet()
          .forEach(
              entry ->
                  result.add(
                      entry.getKey(),
                      KEPT.contains(entry.getKey())
                          ? entry.getValue()
                          : hostile(entry.getValue())));
      return result;
    }
    if (element instanceof JsonArray array) {
      var result = new JsonArray();
      array.forEach(each -> result.add(hostile(each)));
      return result;
    }
    boolean text = element instanceof JsonPrimitive primitive && primitive.isString();
    return text
        ? new JsonPrimitive(
            element.getAsString().replace("::forum::", "::forum" + HOSTILE + "::") + HOSTILE)
        : element;
  }

  private static String preview() throws IOException {
    JsonArray steps = new JsonArray();
    JsonArray resources =
        hostile(fragile())
            .getAsJsonObject()
            .getAsJsonObject("deployment")
            .getAsJsonArray("resources");
    for (JsonElement each : resources) {
      JsonObject old = each.getAsJsonObject();
      JsonObject next = old.deepCopy();
      if (next.has("inputs") && next.getAsJsonObject("inputs").has("instanceClass")) {
        next.getAsJsonObject("inputs").addProperty("instanceClass", "db.r7g.large" + HOSTILE);
      }
      var step = new JsonObject();
      step.addProperty("op", "update");
      step.add("urn", old.get("urn"));
      step.add("oldState", old);
      step.add("newState", next);
      steps.add(step);
    }
    var preview = new JsonObject();
    preview.add("steps", steps);
    return new Gson().toJson(preview);
  }

  private static String configuration() throws IOException {
    String reason = Visible.json(new Gson().toJson(HOSTILE));
    return Files.readString(Path.of("Pulumi.dev.yaml"))
        .replaceAll(
            "(?m)^(    [a-z]+\\.[A-Za-z]+): .*$", "$1: " + Matcher.quoteReplacement(reason));
  }

  private Stream<String> everything() {
    return outputs.keySet().stream();
  }

  private Stream<String> markdown() {
    return everything().filter(output -> output.endsWith("markdown"));
  }

  private Stream<String> pages() {
    return everything().filter(output -> output.endsWith("html"));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void noControlCharacterIsPassedOn(String output) {
    assertThat(HIDDEN.matcher(outputs.get(output)).results().map(it -> it.group()).toList())
        .as(output)
        .isEmpty();
  }

  /** Of a stack of ours, reasons are all that is free: no alert and no Terraform plan has them. */
  private Stream<String> outputsWithFreeText() {
    return everything()
        .filter(output -> !output.endsWith("errors"))
        .filter(output -> !List.of("plan sarif", "plan tfplan").contains(output));
  }

  @ParameterizedTest
  @MethodSource("outputsWithFreeText")
  void theTextIsThereAllTheSame(String output) {
    assertThat(outputs.get(output)).contains("octocat");
  }

  @ParameterizedTest
  @MethodSource("markdown")
  void nobodyIsNotifiedAndNothingIsLinked(String output) {
    String text =
        outputs.get(output).replaceAll("<code>[^<]*</code>", "").replaceAll("`[^`\n]*`", "");

    assertThat(text)
        .doesNotContain("@octocat")
        .doesNotContain("#4711")
        .doesNotContain("gh-12")
        .doesNotContain("shop#12")
        .doesNotContain("deadbeefcafe")
        .doesNotContainPattern("(?<!\\\\)\\]\\(http");
  }

  @ParameterizedTest
  @MethodSource("markdown")
  void everyRowOfATableHasTheCellsOfItsHeader(String output) {
    List<String> lines = outputs.get(output).lines().toList();
    int cells = 0;
    for (String line : lines) {
      int here = line.startsWith("|") ? line.split("(?<!\\\\)\\|", -1).length : 0;
      assertThat(here).as(line).isIn(0, cells == 0 ? here : cells);
      cells = here;
    }
  }

  @ParameterizedTest
  @MethodSource("markdown")
  void noHeadingAndNoHtmlComesFromAStack(String output) {
    assertThat(outputs.get(output).lines())
        .noneMatch(line -> line.contains("<script") || line.matches("\\s*(- )?# heading.*"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noElementAndNoAttributeComesFromAStack(String output) {
    String page = outputs.get(output);

    assertThat(page.split("<script>", -1)).hasSize(2);
    assertThat(Pattern.compile("=\"[^\"]*<").matcher(page).find()).isFalse();
    assertThat(Pattern.compile("<title>[^<]*<(?!/title>)").matcher(page).find()).isFalse();
    assertThat(Pattern.compile("<text[^>]*>[^<]*<code").matcher(page).find()).isFalse();
  }

  @Test
  void aRefusalShowsItsValuesShortAndWithoutControlCharacters() throws IOException {
    Path file = folder.resolve("Pulumi.refused.yaml");
    Files.writeString(
        file,
        """
        config:
          aws:region: eu-central-1
          mainstay:cache: {multiAz: "\\e[31m%s", "\\e[2J\\nkey": 1}
          mainstay:waivers: {"\\u202Ekey": "\\e[31m"}
        """
            .formatted("a".repeat(5000)));
    Ran ran = Ran.command("plan", file.toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(HIDDEN.matcher(ran.err()).find()).isFalse();
    assertThat(ran.err())
        .contains("\n  - mainstay:cache.multiAz is \"\\u001b[31maaa")
        .contains("\n  - mainstay:cache.\\u001b[2J\\nkey is not a known key;");
    assertThat(ran.err().lines()).allMatch(line -> line.length() < 400);
  }

  @Test
  void aWrongCommandLineIsShownWithoutControlCharacters() {
    Ran ran = Ran.command("plan", "--\u001b[31m");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).startsWith("Unknown option: '--\\u001b[31m'");
    assertThat(HIDDEN.matcher(ran.err()).find()).isFalse();
  }

  @Test
  void aFileThatIsNotThereIsShownWithoutControlCharacters() {
    assertThat(Ran.command("analyze", "no\u001b[31m\nfile").err())
        .isEqualTo("There is no file no\\u001b[31m\\nfile.\n");
  }
}
