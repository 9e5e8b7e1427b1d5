package dev.mainstay.plan;

import dev.mainstay.text.Marked;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The error output of the commands. It shows names in quotes, and no control character reaches the
 * terminal.
 */
final class ErrorStream extends Writer {
  private static final String TAB = "    ";

  private final Writer out;

  ErrorStream(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    String text = new String(characters, offset, length);
    out.write(text.equals(System.lineSeparator()) ? text : shown(text));
  }

  /** Stack traces, which only defects print, are indented with tabs. */
  private static String shown(String text) {
    return Arrays.stream(text.replace("\t", TAB).split("\n", -1))
        .map(Marked::quoted)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
