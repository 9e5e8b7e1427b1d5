package dev.mainstay.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.mainstay.text.Marked;
import java.io.IOException;
import java.io.Writer;

/** Text as HTML shows it literally; names as code. */
final class HtmlText {
  /** For templates: everything that they print goes through here. */
  static final Mustache.Escaper ESCAPER = HtmlText::of;

  private static final String OPEN = "<code>";
  private static final String CLOSE = "</code>";

  private HtmlText() {}

  static String of(String text) {
    return Marked.rendered(
        text, name -> OPEN + Escapers.HTML.escape(name) + CLOSE, Escapers.HTML::escape);
  }

  /**
   * A section of a template where no element may stand: an attribute, a title, a drawing. Escaped
   * text has no angle brackets, so that these elements can only be the marks of names.
   */
  static void withoutElements(Template.Fragment section, Writer out) throws IOException {
    out.write(section.execute().replace(OPEN, "").replace(CLOSE, ""));
  }
}
