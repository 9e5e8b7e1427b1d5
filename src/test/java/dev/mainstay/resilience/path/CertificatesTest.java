package dev.mainstay.resilience.path;

import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether a listener has a certificate that clients accept. */
class CertificatesTest {
  private static final String CERTIFICATE = "aws:acm/certificate:Certificate";
  private static final String WORKS =
      "Routes, network ACLs, listeners and security groups carry requests to the data.";

  private static List<String> said(GraphBuilder graph, Map<String, Object> more) {
    var listener = new HashMap<String, Object>(more);
    listener.put("protocol", "HTTPS");
    listener.put("loadBalancerArn", "@lb");
    listener.put("port", 80L);
    listener.put(
        "defaultActions", List.of(Map.of("type", "forward", "targetGroupArn", "@targets")));
    var built = graph.add("aws:alb/listener:Listener", "https", listener).build();
    return why(
        Mutation.of(built).without("aws:alb/listener:Listener", "http").graph(),
        "Normal operation");
  }

  private static final Map<String, Object> NAMED = Map.of("certificateArn", "@tls");

  @Test
  void aListenerWithoutOneIsNotKnownToWork() {
    assertThat(said(twoServers(), Map.of()))
        .containsExactly("Listener `https` names no certificate.");
  }

  @Test
  void oneThatNothingValidatesMayNotBeIssued() {
    assertThat(said(twoServers().add(CERTIFICATE, "tls", Map.of("validationMethod", "DNS")), NAMED))
        .containsExactly(
            "Whether certificate `tls` is issued is not known: nothing waits for its validation.");
  }

  @Test
  void oneThatIsValidatedImportedOrPrivateIsIssued() {
    assertThat(
            said(
                twoServers()
                    .add(CERTIFICATE, "tls", Map.of("validationMethod", "DNS"))
                    .add(
                        "aws:acm/certificateValidation:CertificateValidation",
                        "tls",
                        Map.of("certificateArn", "@tls")),
                NAMED))
        .containsExactly(WORKS);
    for (String property : List.of("certificateBody", "certificateAuthorityArn")) {
      assertThat(said(twoServers().add(CERTIFICATE, "tls", Map.of(property, "x")), NAMED))
          .containsExactly(WORKS);
    }
  }

  @Test
  void oneThatIsNotInTheStackWasIssuedBefore() {
    assertThat(said(twoServers(), Map.of("certificateArn", "arn:aws:acm:us-east-1:1:certificate")))
        .containsExactly(WORKS);
  }
}
