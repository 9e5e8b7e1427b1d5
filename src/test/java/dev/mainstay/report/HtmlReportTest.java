package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Relaxation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final Pattern ASKS_FOR_SOMETHING =
      Pattern.compile("(?i)(src|srcset|action|data)=|@import|<link(?! rel=\"icon\" href=\"data:)");

  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

  @TempDir private Path folder;

  private static String all() throws IOException {
    return HtmlReport.of(
        List.of(Planned.unwaived("dev"), Planned.unwaived("prod"), Planned.unwaived("article")));
  }

  private String page(String stack) throws IOException {
    Path page = folder.resolve(stack + ".html");
    Files.writeString(page, Planned.written(stack, "html"));
    return page.toUri().toString();
  }

  @Test
  void nothingOnThePageComesFromElsewhere() throws IOException {
    String page = all();

    assertThat(ASKS_FOR_SOMETHING.matcher(page).results().map(it -> it.group()).toList()).isEmpty();
    assertThat(LINK.matcher(page).results().map(it -> it.group(1)).toList())
        .isNotEmpty()
        .allMatch(link -> link.startsWith("#") || link.equals("data:,"));
    assertThat(Pattern.compile("url\\((?!#hatch-)").matcher(page).find()).isFalse();
    assertThat(page).contains("content=\"default-src 'none'; style-src 'unsafe-inline';");
  }

  @Test
  void everyLinkLeadsSomewhereOnThePage() throws IOException {
    String page = all();

    assertThat(LINK.matcher(page).results().map(it -> it.group(1)).distinct().toList())
        .filteredOn(link -> link.startsWith("#"))
        .allSatisfy(link -> assertThat(page).containsOnlyOnce(" id=\"" + link.substring(1) + "\""));
  }

  @Test
  void severalStacksAreComparedAndEachHasItsDrawing() throws IOException {
    assertThat(all())
        .contains("<h2>Side by side</h2>")
        .contains("Topology of dev: zones as columns, tiers as rows")
        .contains("Topology of prod: zones as columns, tiers as rows")
        .contains("Topology of article: zones as columns, tiers as rows");
  }

  @Test
  void oneStackIsComparedWithNothing() throws IOException {
    assertThat(Planned.written("prod", "html")).doesNotContain("Side by side");
  }

  @Test
  void namesAreNoMarkup() throws IOException {
    var relaxation = new Relaxation("edge.waf", "<script>alert('x')</script> & \"more\"");

    assertThat(HtmlReport.of(List.of(Planned.of(Planned.graph("dev"), List.of(relaxation)))))
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;")
        .doesNotContain("<script>alert");
  }

  @Test
  void everyWaiverIsThereWithItsReason() throws IOException {
    assertThat(Planned.written("dev", "html"))
        .contains("<code>database.multiAz</code>")
        .contains("dev data can be recreated")
        .contains(Planned.json("dev").getAsJsonArray("relaxations").size() + "</strong>");
  }

  @Test
  void aBrowserShowsWhatTheSelectedFailureDoes() throws Exception {
    Chromium chromium = Chromium.found(folder);
    String dom = chromium.dom(page("prod") + "#prod-zone-eu-central-1a");

    assertThat(state(dom, "zone", "eu-central-1a")).isEqualTo("lost");
    assertThat(state(dom, "zone", "eu-central-1b")).isEmpty();
    assertThat(state(dom, "nat", "NAT gateway network-nat-a")).isEqualTo("lost");
    assertThat(state(dom, "nat", "NAT gateway network-nat-b")).isEmpty();
    assertThat(state(dom, "load-balancer", "Load balancer edge")).isEqualTo("carries-on");
    assertThat(state(dom, "database", "Primary of database")).isEqualTo("lost");
    assertThat(state(dom, "database", "Standby of database")).isEqualTo("carries-on");
    assertThat(state(dom, "users", "Users")).isEqualTo("carries-on");
    assertThat(dom)
        .contains("✓ served</text>")
        .containsPattern("class=\"verdict survives selected\" id=\"prod-zone-eu-central-1a\"")
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
    String dom = Chromium.found(folder).dom(page("dev") + "#dev-primary-of-database-database");

    assertThat(state(dom, "database anywhere", "Database database")).isEqualTo("lost");
    assertThat(state(dom, "users", "Users")).isEqualTo("down");
    assertThat(dom).contains("✕ not served</text>");
  }

  @Test
  void aBrowserIsAskedForNothingByThePage() throws Exception {
    Chromium chromium = Chromium.found(folder);
    Path other = folder.resolve("other.html");
    Files.writeString(other, "<img src='http://127.0.0.1:9/picture.png'>");

    assertThat(chromium.requests(page("prod") + "#prod-zone-eu-central-1a")).isEmpty();
    assertThat(chromium.requests(other.toUri().toString()))
        .contains("http://127.0.0.1:9/picture.png");
  }

  @Test
  void aBrowserDrawsItLightDarkAndOnAPhone() throws Exception {
    Chromium chromium = Chromium.found(folder);
    Path shots = Files.createDirectories(Path.of("target/screenshots"));

    chromium.screenshot(
        page("prod") + "#prod-zone-eu-central-1a", shots.resolve("prod-light.png"), 1280, 6000);
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
