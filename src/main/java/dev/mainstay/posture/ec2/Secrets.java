package dev.mainstay.posture.ec2;

import dev.mainstay.facts.SecretProperties;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import dev.mainstay.graph.SecretText;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises secrets in what a server is given to run. */
public final class Secrets {
  private static final Pattern ACCESS_KEY =
      Pattern.compile("(?<![A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])");

  /** How Base64 of a compressed text begins; what is inside is not read here. */
  private static final String COMPRESSED = "H4sI";

  private Secrets() {}

  static Answer areNotInUserData(ResourceGraph graph, ResourceNode server) {
    boolean referenced =
        server.references().stream()
            .filter(each -> each.path().startsWith("userData"))
            .anyMatch(each -> isSecret(graph, each));
    return Answer.all(
        Stream.concat(
            Stream.of(Answer.of(!referenced)),
            Stream.of("userData", "userDataBase64")
                .flatMap(path -> server.input(path).stream())
                .map(text -> hasNone(text.toString()))));
  }

  private static boolean isSecret(ResourceGraph graph, Reference reference) {
    String property = reference.property().replaceFirst("[.\\[].*", "");
    // That of a random password is called so.
    return property.equals("result")
        || SecretProperties.isTelling(property)
        || graph.byUrn(reference.urn()).stream()
            .anyMatch(node -> SecretProperties.isMarked(node.type(), property));
  }

  private static Answer hasNone(String text) {
    if (text.equals(Judge.NOT_YET_KNOWN) || text.startsWith(COMPRESSED)) {
      return Answer.UNKNOWN;
    }
    String script = SecretText.decoded(text).orElse(text);
    return Answer.of(!ACCESS_KEY.matcher(script).find() && !SecretText.isIn(script));
  }
}
