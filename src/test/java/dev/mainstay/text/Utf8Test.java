package dev.mainstay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Utf8Test {
  @TempDir private Path folder;

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("export.json"), text.getBytes(charset));
  }

  @Test
  void utf8IsReadWithoutItsByteOrderMark() throws IOException {
    assertThat(Utf8.read(file("\ufeffGröße 数\n", StandardCharsets.UTF_8))).isEqualTo("Größe 数\n");
    assertThat(Utf8.read(file("", StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void anotherEncodingIsNamedWithTheLine() throws IOException {
    Path file = file("one\ntwo\nGröße\n", StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> Utf8.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " is not UTF-8 (line 3).");
  }

  @Test
  void aCharacterThatIsCutOffAtTheEndIsNamedToo() throws IOException {
    byte[] bytes = {'a', '\n', (byte) 0xc3};

    assertThatThrownBy(() -> Utf8.read("standard input", bytes))
        .hasMessage("standard input is not UTF-8 (line 2).");
  }

  @Test
  void whatWindowsPowerShellWritesIsRecognized() throws IOException {
    byte[] bytes = "\ufeff{}".getBytes(StandardCharsets.UTF_16LE);

    assertThatThrownBy(() -> Utf8.read("standard input", bytes))
        .hasMessage(
            "standard input is not UTF-8 (line 1): it starts like UTF-16, which Windows PowerShell"
                + " writes; save it as UTF-8.");
  }
}
