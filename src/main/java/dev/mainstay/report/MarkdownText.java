package dev.mainstay.report;

import com.samskivert.mustache.Mustache;
import dev.mainstay.text.Marked;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as Markdown shows it literally, in paragraphs, lists and tables of GitHub's dialect: names
 * as code, and nothing else that is markup.
 */
final class MarkdownText {
  /** For templates: everything that they print goes through here. */
  static final Mustache.Escaper ESCAPER = MarkdownText::of;

  /** Letters that mean something anywhere in a line. */
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]~|&<>$]");

  /** Dollar signs begin a formula; GitHub ignores them in a span, but not behind a backslash. */
  private static final Map<String, String> ENTITIES =
      Map.of("&", "&amp;", "<", "&lt;", ">", "&gt;", "$", "<span>$</span>");

  /** What makes a heading, a list, a rule or an underline of the line that it begins. */
  private static final Pattern BLOCK_START =
      Pattern.compile("^(?:#{1,6}(?=\\s|$)|[-+](?=\\s|$)|[-=]+\\s*$|\\d+(?=[.)](?:\\s|$)))");

  /**
   * What GitHub links, and tells others of: people and teams, issues, commits, and the addresses of
   * any of them. It leaves code alone.
   */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<![A-Za-z0-9])@[A-Za-z0-9][\\w/-]*"
              + "|(?:[\\w.-]+/)?[\\w.-]*#\\d+"
              + "|\\b[Gg][Hh]-\\d+"
              + "|(?<![\\w.])[0-9a-fA-F]{7,40}\\b"
              + "|\\bhttps?://(?:www\\.)?github\\.com/\\S+");

  /** What a code span shows as it is, in a table too. */
  private static final Pattern FITS_CODE_SPAN =
      Pattern.compile("[^`|\\\\@#\\s](?:[^`|\\\\@#]*[^`|\\\\@#\\s])?");

  private MarkdownText() {}

  static String of(String text) {
    return withoutBlockStart(
        Marked.rendered(text, MarkdownText::name, MarkdownText::withoutReferences).stripLeading());
  }

  private static String withoutBlockStart(String text) {
    var start = BLOCK_START.matcher(text);
    if (!start.find()) {
      return text;
    }
    int place = Character.isDigit(text.charAt(0)) ? start.end() : 0;
    return text.substring(0, place) + "\\" + text.substring(place);
  }

  private static String withoutReferences(String text) {
    var shown = new StringBuilder();
    int done = 0;
    var reference = REFERENCE.matcher(text);
    while (reference.find()) {
      shown.append(literal(text.substring(done, reference.start())));
      shown.append(element(reference.group()));
      done = reference.end();
    }
    return shown.append(literal(text.substring(done))).toString();
  }

  private static String literal(String text) {
    return MARKUP
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    ENTITIES.getOrDefault(found.group(), "\\" + found.group())));
  }

  private static String name(String text) {
    return FITS_CODE_SPAN.matcher(text).matches() ? "`" + text + "`" : element(text);
  }

  /** Code, whatever it contains: each sign is an entity, so that it ends neither span nor cell. */
  private static String element(String text) {
    var code = new StringBuilder("<code>");
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isLetterOrDigit(point)) {
                code.appendCodePoint(point);
              } else {
                code.append("&#").append(point).append(';');
              }
            });
    return code.append("</code>").toString();
  }
}
