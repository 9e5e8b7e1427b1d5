package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a real browser shows it. */
class HtmlReportInBrowserTest {
  @TempDir private Path folder;

  private String page(String stack) throws IOException {
    return page(stack, "");
  }

  /** The page of a stack, on which someone does what {@code script} says. */
  private String page(String stack, String script) throws IOException {
    Path page = folder.resolve(stack + ".html");
    Files.writeString(
        page,
        Planned.written(stack, "html")
            .replace("</body>", "<script>%s</script></body>".formatted(script)));
    return page.toUri().toString();
  }

  @Test
  void aBrowserShowsWhatTheSelectedFailureDoes() throws Exception {
    Chromium chromium = Chromium.found(folder);
    String dom = chromium.dom(page("prod") + "#prod-availability-zone-eu-central-1a-fails");

    assertThat(state(dom, "zone", "eu-central-1a")).isEqualTo("lost");
    assertThat(state(dom, "zone", "eu-central-1b")).isEmpty();
    assertThat(state(dom, "nat", "NAT gateway network-nat-a")).isEqualTo("lost");
    assertThat(state(dom, "nat", "NAT gateway network-nat-b")).isEmpty();
    assertThat(state(dom, "load-balancer", "Load balancer edge")).isEqualTo("survives");
    assertThat(state(dom, "database", "Primary: database")).isEqualTo("lost");
    assertThat(state(dom, "database", "Standby: database")).isEqualTo("survives");
    assertThat(state(dom, "users", "Users")).isEqualTo("survives");
    assertThat(dom)
        .contains("✓ served</text>")
        .containsPattern(
            "class=\"verdict survives selected\" id=\"prod-availability-zone-eu-central-1a-fails\"")
        .doesNotContainPattern("selected\" id=\"prod-normal-operation\"");
  }

  @Test
  void aBrowserShowsNormalOperationWhenNothingIsSelected() throws Exception {
    String dom = Chromium.found(folder).dom(page("prod"));

    assertThat(dom)
        .containsPattern("class=\"verdict survives selected\" id=\"prod-normal-operation\"")
        .doesNotContainPattern("<g[^>]* data-state=\"lost\"");
  }

  @Test
  void aBrowserShowsThatAStackWithoutAStandbyIsDown() throws Exception {
    String dom = Chromium.found(folder).dom(page("dev") + "#dev-database-primary-fails-database");

    assertThat(state(dom, "database anywhere", "Database: database")).isEqualTo("lost");
    assertThat(state(dom, "users", "Users")).isEqualTo("down");
    assertThat(dom).contains("✕ not served</text>");
  }

  @Test
  void aClickSelectsAFailureAndTheAddressFollows() throws Exception {
    String dom =
        Chromium.found(folder)
            .dom(
                page(
                        "prod",
                        "document.querySelector('[data-id=prod-availability-zone-eu-central-1b-fails]').click();document.title"
                            + " = location.hash;")
                    + "#prod-availability-zone-eu-central-1a-fails");

    assertThat(state(dom, "zone", "eu-central-1a")).isEmpty();
    assertThat(state(dom, "zone", "eu-central-1b")).isEqualTo("lost");
    assertThat(dom).contains("<title>#prod-availability-zone-eu-central-1b-fails</title>");
  }

  @Test
  void aFilterLeavesWhatMatchesWhateverTheCase() throws Exception {
    String dom =
        Chromium.found(folder)
            .dom(
                page(
                    "prod",
                    "const box = document.querySelector('[data-filter=controls-prod]');"
                        + "box.value = 'ckv_aws_157'; box.dispatchEvent(new Event('input'));"));

    assertThat(entries(dom, "")).containsExactly("RDS Multi-AZ");
    assertThat(entries(dom, " hidden=\"\"")).contains("Flow logs", "Log bucket").hasSize(48);
    assertThat(dom)
        .containsPattern(
            "<details class=\"group passed\" open=\"\">\\s*<summary><span class=\"badge passed");
  }

  @Test
  void onPaperNothingIsFolded() throws Exception {
    Chromium chromium = Chromium.found(folder);
    String folded = chromium.dom(page("prod"));
    String printed = chromium.dom(page("prod", "dispatchEvent(new Event('beforeprint'));"));

    assertThat(folded).containsPattern("<details(?![^>]* open)");
    assertThat(printed).contains("<details").doesNotContainPattern("<details(?![^>]* open)");

    Path shots = Files.createDirectories(Path.of("target/screenshots"));
    chromium.print(page("prod"), shots.resolve("prod-printed.pdf"));
  }

  @Test
  void aBrowserIsAskedForNothingByThePage() throws Exception {
    Chromium chromium = Chromium.found(folder);
    Path other = folder.resolve("other.html");
    Files.writeString(other, "<img src='http://127.0.0.1:9/picture.png'>");

    assertThat(chromium.requests(page("prod") + "#prod-availability-zone-eu-central-1a-fails"))
        .isEmpty();
    assertThat(chromium.requests(other.toUri().toString()))
        .contains("http://127.0.0.1:9/picture.png");
  }

  @Test
  void aBrowserDrawsItLightDarkAndOnAPhone() throws Exception {
    Chromium chromium = Chromium.found(folder);
    Path shots = Files.createDirectories(Path.of("target/screenshots"));

    chromium.screenshot(
        page("prod") + "#prod-availability-zone-eu-central-1a-fails",
        shots.resolve("prod-light.png"),
        1280,
        6000);
    chromium.screenshot(
        page("dev") + "#dev-zone-eu-central-1a",
        shots.resolve("dev-dark.png"),
        1280,
        6000,
        "--blink-settings=preferredColorScheme=0");
    chromium.screenshot(
        page("article") + "#article-nat-instance-network-nat",
        shots.resolve("article-phone.png"),
        500,
        8000);
  }

  /** The names of the controls whose entries have just these attributes. */
  private static List<String> entries(String dom, String attributes) {
    return Pattern.compile("<li class=\"entry\"" + attributes + "><b>([^<]*)</b>")
        .matcher(dom)
        .results()
        .map(entry -> entry.group(1))
        .toList();
  }

  /** The state of the drawn box with a style and a title; empty if it has none. */
  private static String state(String dom, String style, String title) {
    var box =
        Pattern.compile(
                "<g class=\"box (?:part|frame) "
                    + style
                    + "\"([^>]*)>(?:(?!</g>).)*?>"
                    + Pattern.quote(title)
                    + "[:<]",
                Pattern.DOTALL)
            .matcher(dom);
    assertThat(box.find()).as("a %s called %s", style, title).isTrue();
    var state = Pattern.compile("data-state=\"([^\"]*)\"").matcher(box.group(1));
    return state.find() ? state.group(1) : "";
  }
}
