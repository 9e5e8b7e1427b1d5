package dev.mainstay.cost.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The offer of EC2 is hundreds of MB: reading it takes no memory that grows with it. */
class OfferMemoryTest {
  private static final int MIB = 1 << 20;
  private static final int FILE_MIB = 40;
  private static final int HEAP_MIB = 16;

  @TempDir Path folder;

  /** Reads the file of the arguments, in a virtual machine of its own. */
  public static void main(String[] args) throws IOException {
    var prices = new FetchedPrices();
    try (Reader reader = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
      prices.read("AmazonEC2", args[0], reader);
    }
    System.out.println(prices.size() + " prices");
  }

  @Test
  void aFileMuchLargerThanTheMemoryIsRead() throws IOException, InterruptedException {
    Path file = folder.resolve("index.csv");
    String sample = new String(PriceServer.file("AmazonEC2"), StandardCharsets.UTF_8);
    int rows = sample.indexOf('\n', sample.indexOf("\n\"SKU\"") + 1) + 1;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(sample.substring(0, rows));
      for (long written = 0; written < (long) FILE_MIB * MIB; written += sample.length() - rows) {
        out.write(sample.substring(rows));
      }
    }

    Process reading =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx%dm".formatted(HEAP_MIB),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                OfferMemoryTest.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("8 prices\n");
    assertThat(reading.waitFor()).isZero();
  }
}
