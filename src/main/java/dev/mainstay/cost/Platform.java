package dev.mainstay.cost;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Whether a licence is paid for with a server, as its image or its boot script tell. */
enum Platform {
  WINDOWS,
  LINUX,
  /** Linux by its boot script; which one, and so whether its licence costs, is not told. */
  SOME_LINUX,
  UNKNOWN;

  private static final String WINDOWS_IMAGES = "/aws/service/ami-windows-latest/";

  /** Public parameters of images without a licence fee. */
  private static final List<String> FREE_IMAGES =
      List.of(
          "/aws/service/ami-amazon-linux-latest/",
          "/aws/service/canonical/",
          "/aws/service/debian/",
          "/aws/service/bottlerocket/");

  /**
   * Judges by the image first, then by how the user data begins: <a
   * href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html">EC2 guide</a>.
   */
  static Platform of(String image, String userData) {
    if (image.contains(WINDOWS_IMAGES)) {
      return WINDOWS;
    }
    if (FREE_IMAGES.stream().anyMatch(image::contains)) {
      return LINUX;
    }
    String script = decoded(userData).strip().toLowerCase(Locale.ROOT);
    if (script.startsWith("<powershell>") || script.startsWith("<script>")) {
      return WINDOWS;
    }
    return script.startsWith("#!") || script.startsWith("#cloud-config") ? SOME_LINUX : UNKNOWN;
  }

  /** Whether {@code image} is one of AWS's own for Windows. */
  static boolean isWindows(String image) {
    return image.toLowerCase(Locale.ROOT).contains("windows");
  }

  private static String decoded(String userData) {
    try {
      return new String(Base64.getDecoder().decode(userData), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return userData;
    }
  }
}
