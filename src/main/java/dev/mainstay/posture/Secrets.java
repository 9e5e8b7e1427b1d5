package dev.mainstay.posture;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises secrets in what a server is given to run. */
final class Secrets {
  private static final Pattern KEY =
      Pattern.compile(
          "(?<![A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])|-----BEGIN [A-Z ]*PRIVATE KEY-----");

  /**
   * A name of something secret with a text of its own behind it, and not one read from elsewhere.
   */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(password|passwd|secret_access_key|auth_token)\\s*[=:]\\s*[\"'][^\"'$\\s{(]{6,}[\"']");

  private static final Set<String> SECRET_PROPERTIES =
      Set.of("password", "secretString", "result", "authToken", "passwords[0]");

  private Secrets() {}

  static Answer areNotInUserData(ResourceGraph graph, ResourceNode server) {
    boolean referenced =
        server.references().stream()
            .filter(each -> each.path().startsWith("userData"))
            .anyMatch(each -> SECRET_PROPERTIES.contains(each.property()));
    String text = decoded(server.text("userData", server.text("userDataBase64", "")));
    if (text.equals(Judge.NOT_YET_KNOWN)) {
      return Answer.UNKNOWN;
    }
    return Answer.of(!referenced && !KEY.matcher(text).find() && !NAMED.matcher(text).find());
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return text;
    }
  }
}
