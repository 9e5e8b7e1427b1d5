package dev.mainstay.web;

import com.pulumi.core.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** What a server runs at its first boot: the Windows boot script, or a file of the user's own. */
final class UserData {
  /**
   * Before it is encoded: <a
   * href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html">EC2
   * guide</a>.
   */
  static final int MOST_BYTES = 16 * 1024;

  private UserData() {}

  /** As a launch template takes it, in Base64. */
  static Output<String> of(WebFleetArgs args) {
    return args.kmsKeyArn.applyValue(
        key ->
            Base64.getEncoder()
                .encodeToString(
                    args.userDataFile == null
                        ? BootScript.of(args, key).getBytes(StandardCharsets.UTF_8)
                        : bytesIn(args.userDataFile).orElseThrow()));
  }

  /** The content of a file, unless there is none that can be read. */
  static Optional<byte[]> bytesIn(String file) {
    try {
      return Optional.of(Files.readAllBytes(Path.of(file)));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
