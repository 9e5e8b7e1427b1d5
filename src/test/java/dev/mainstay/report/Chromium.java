package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser without a window. */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]*)\"");

  private final Path binary;
  private final Path folder;

  private Chromium(Path binary, Path folder) {
    this.binary = binary;
    this.folder = folder;
  }

  /** Skips the test where there is none; on a build server that is a failure. */
  static Chromium found(Path folder) {
    Optional<Path> binary =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
            .flatMap(each -> NAMES.stream().map(name -> Path.of(each, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if (binary.isEmpty() && "true".equals(System.getenv("CI"))) {
      fail("There is no Chromium to open the report with: apt-get install chromium");
    }
    assumeTrue(binary.isPresent(), "No Chromium found: the report is not opened in a browser");
    return new Chromium(binary.get(), folder);
  }

  /** The page as its script has left it. */
  String dom(String address) throws IOException, InterruptedException {
    return run(address, "--dump-dom");
  }

  void screenshot(String address, Path file, int width, int height, String... options)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(options));
    arguments.add("--window-size=%d,%d".formatted(width, height));
    arguments.add("--hide-scrollbars");
    arguments.add("--screenshot=" + file.toAbsolutePath());
    run(address, arguments.toArray(String[]::new));
    assertThat(file).isNotEmptyFile();
  }

  /** Writes the page as a PDF, as a printer would get it. */
  void print(String address, Path file) throws IOException, InterruptedException {
    run(address, "--no-pdf-header-footer", "--print-to-pdf=" + file.toAbsolutePath());
    assertThat(file).isNotEmptyFile();
  }

  /** What the page asked of the network, by the log of the browser, less what that asks itself. */
  List<String> requests(String address) throws IOException, InterruptedException {
    Path log = folder.resolve("net-log.json");
    run(address, "--dump-dom", "--log-net-log=" + log);
    return Files.readAllLines(log).stream()
        .filter(event -> event.contains("\"network_isolation_key\":\"file://"))
        .flatMap(event -> URL.matcher(event).results())
        .map(url -> url.group(1))
        .toList();
  }

  private String run(String address, String... options) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                binary.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(options));
    command.add(address);
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      fail("%s did not end within 90 s".formatted(command));
    }
    return Files.readString(out);
  }
}
