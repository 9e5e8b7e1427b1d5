package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "Database `orders` fails over ¦ Database `orders` fails over",
        "Group `a|b` is open ¦ Group <code>a&#124;b</code> is open",
        "named `a`b` ¦ named <code>a&#96;b</code>",
        "named `@team` ¦ named <code>&#64;team</code>",
        "one ` mark ¦ one \\` mark",
      })
  void namesAreCode(String text, String markdown) {
    assertThat(MarkdownText.of(text)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "a|b ¦ a\\|b",
        "a\\*b\\ ¦ a\\\\\\*b\\\\",
        "*a* _b_ ~~c~~ ¦ \\*a\\* \\_b\\_ \\~\\~c\\~\\~",
        "<b>&amp; ¦ &lt;b&gt;&amp;amp;",
        "[x](http://y) ![i](j) ¦ \\[x\\](http://y) !\\[i\\](j)",
        "$x$ ¦ <span>$</span>x<span>$</span>",
        "# title ¦ \\# title",
        "- item ¦ \\- item",
        "+ item ¦ \\+ item",
        "1. item ¦ 1\\. item",
        "1) item ¦ 1\\) item",
        "=== ¦ \\===",
        "--- ¦ \\---",
        "'    code' ¦ code",
        "0.9 x 2 - 1 = 0.8 ¦ 0.9 x 2 - 1 = 0.8",
      })
  void everythingElseIsLiteral(String text, String markdown) {
    assertThat(MarkdownText.of(text)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "ask @octocat ¦ ask <code>&#64;octocat</code>",
        "(@acme/team-1), ¦ (<code>&#64;acme&#47;team&#45;1</code>),",
        "_@octocat ¦ \\_<code>&#64;octocat</code>",
        "see #12 ¦ see <code>&#35;12</code>",
        "see acme/shop#12 ¦ see <code>acme&#47;shop&#35;12</code>",
        "see gh-12 ¦ see <code>gh&#45;12</code>",
        "since 1f3a9bc ¦ since <code>1f3a9bc</code>",
        "acme/shop@1f3a9bc0 ¦ acme/shop@<code>1f3a9bc0</code>",
        "https://github.com/a/b/issues/1 ¦"
            + " <code>https&#58;&#47;&#47;github&#46;com&#47;a&#47;b&#47;issues&#47;1</code>",
        "ops@example.com ¦ ops@example.com",
        "10 of 100000 ¦ 10 of 100000",
        "https://aws.amazon.com/rds/sla/ ¦ https://aws.amazon.com/rds/sla/",
      })
  void nothingRefersToPeopleIssuesOrCommits(String text, String markdown) {
    assertThat(MarkdownText.of(text)).isEqualTo(markdown);
  }

  @Test
  void controlCharactersAreVisible() {
    assertThat(MarkdownText.of("a\u001b[31m\n`b\u202e`"))
        .isEqualTo("a\\\\u001b\\[31m\\\\n<code>b&#92;u202e</code>");
  }
}
