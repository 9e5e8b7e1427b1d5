package dev.mainstay.web;

import com.pulumi.core.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** The user data of the servers: the Windows boot script, or a file of the user. */
final class UserData {
  /**
   * The limit before encoding: <a
   * href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html">EC2
   * guide</a>.
   */
  static final int MOST_BYTES = 16 * 1024;

  private UserData() {}

  /** The user data in Base64, for the launch template. */
  static Output<String> of(WebFleetArgs args) {
    return args.kmsKeyArn.applyValue(
        key ->
            Base64.getEncoder()
                .encodeToString(
                    args.userDataFile == null
                        ? BootScript.of(args, key).getBytes(StandardCharsets.UTF_8)
                        : bytesIn(args.userDataFile).orElseThrow()));
  }

  /** The content of a file; empty if it cannot be read. */
  static Optional<byte[]> bytesIn(String file) {
    try {
      return Optional.of(Files.readAllBytes(Path.of(file)));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
