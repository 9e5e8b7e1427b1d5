package dev.mainstay.resilience.path;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import java.util.Set;

/**
 * The certificates of listeners. ELB refuses one that is not issued, and ACM issues a public one
 * once its domain is validated:
 * https://docs.aws.amazon.com/acm/latest/userguide/domain-ownership-validation.html
 */
final class Certificates {
  private static final String VALIDATION = "aws:acm/certificateValidation:CertificateValidation";
  private static final Set<String> ENCRYPTED = Set.of("HTTPS", "TLS");

  private final ResourceGraph graph;

  Certificates(ResourceGraph graph) {
    this.graph = graph;
  }

  Effect of(ResourceNode listener) {
    if (!ENCRYPTED.contains(listener.text("protocol", ""))) {
      return Effect.NOTHING;
    }
    if (listener.input("certificateArn").isEmpty()) {
      return Effect.unknown("Listener `%s` names no certificate.".formatted(listener.name()));
    }
    return graph.referenced(listener, "certificateArn").stream()
        .filter(it -> it.is("aws:acm/certificate:Certificate"))
        .filter(certificate -> !isIssued(certificate))
        .findFirst()
        .map(
            certificate ->
                Effect.unknown(
                        "Whether certificate `%s` is issued is not known: nothing waits for its validation."
                            .formatted(certificate.name()))
                    .touching(certificate))
        .orElse(Effect.NOTHING);
  }

  /** Imported, from a private authority, or waited for until its domain is validated. */
  private boolean isIssued(ResourceNode certificate) {
    return certificate.input("certificateBody").isPresent()
        || certificate.input("certificateAuthorityArn").isPresent()
        || !graph.referring(VALIDATION, "certificateArn", certificate).isEmpty();
  }
}
