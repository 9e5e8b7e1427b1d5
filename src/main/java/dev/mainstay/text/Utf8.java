package dev.mainstay.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that users hand over, in UTF-8; a byte order mark before it is left out. */
public final class Utf8 {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private Utf8() {}

  /**
   * The text of a file.
   *
   * @throws IOException if it cannot be read, or is not UTF-8: the message names the line
   */
  public static String read(Path file) throws IOException {
    return read(file.toString(), Files.readAllBytes(file));
  }

  /**
   * The text in {@code bytes}.
   *
   * @param named what messages call it
   * @throws IOException if it is not UTF-8: the message names the line
   */
  public static String read(String named, byte[] bytes) throws IOException {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(input, text, true);
    if (result.isError()) {
      throw new IOException(
          "%s is not UTF-8 (line %d)%s."
              .formatted(named, line(bytes, input.position()), hint(bytes)));
    }
    text.flip();
    return text.length() > 0 && text.get(0) == BYTE_ORDER_MARK
        ? text.subSequence(1, text.length()).toString()
        : text.toString();
  }

  private static int line(byte[] bytes, int position) {
    int line = 1;
    for (int index = 0; index < position; index++) {
      if (bytes[index] == '\n') {
        line++;
      }
    }
    return line;
  }

  /** Windows PowerShell writes UTF-16 where a command's output goes to a file. */
  private static String hint(byte[] bytes) {
    boolean utf16 =
        startsWith(bytes, (byte) 0xff, (byte) 0xfe) || startsWith(bytes, (byte) 0xfe, (byte) 0xff);
    return utf16
        ? ": it starts like UTF-16, which Windows PowerShell writes; save it as UTF-8"
        : "";
  }

  private static boolean startsWith(byte[] bytes, byte first, byte second) {
    return bytes.length > 1 && bytes[0] == first && bytes[1] == second;
  }
}
