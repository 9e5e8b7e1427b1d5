package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Relaxation;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final Pattern ASKS_FOR_SOMETHING =
      Pattern.compile("(?i)(src|srcset|action|data)=|@import|<link(?! rel=\"icon\" href=\"data:)");

  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

  private static String all() throws IOException {
    return HtmlReport.of(
        List.of(Planned.unwaived("dev"), Planned.unwaived("prod"), Planned.unwaived("article")));
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
}
