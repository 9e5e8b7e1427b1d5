package dev.mainstay.posture.elb;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.given;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.not;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.regex.Pattern;

/** Controls of what is spoken with visitors and with web servers. */
public final class ListenerControls {
  /** TLS 1.2 or better, without the older ciphers that an Ext policy adds. */
  private static final Pattern STRICT_POLICY =
      Pattern.compile("ELBSecurityPolicy-TLS13-1-[23]-(?!Ext).*");

  private static final List<String> CERTIFICATE = List.of("aws:acm/certificate:Certificate");
  private static final Judge IS_WEB = oneOf("protocol", "HTTP", "HTTPS");
  private static final Judge REDIRECTS = oneOf("defaultActions[0].type", "redirect");

  public static final List<Control> ALL =
      List.of(
          new Control(
              "Listener TLS",
              ids("ELB.17", "ELB.18", 2, 103, "CKV2_AWS_74"),
              Requirement.of(
                      Types.LISTENER,
                      "it speaks HTTPS under a policy of TLS 1.2 or better",
                      all(
                          oneOf("protocol", "HTTPS"),
                          given(
                              "sslPolicy",
                              policy -> STRICT_POLICY.matcher(policy.toString()).matches())))
                  .where(
                      any(
                          oneOf("protocol", "HTTPS"),
                          all(oneOf("protocol", "HTTP"), not(REDIRECTS))))
                  .waivedBy("edge.domain")),
          new Control(
              "Redirect",
              ids("ELB.1", "CKV2_AWS_20"),
              Requirement.of(
                      Types.LISTENER,
                      "it redirects to HTTPS on port 443 for good",
                      all(
                          REDIRECTS,
                          oneOf("defaultActions[0].redirect.protocol", "HTTPS"),
                          oneOf("defaultActions[0].redirect.port", "443"),
                          oneOf("defaultActions[0].redirect.statusCode", "HTTP_301")))
                  .where(oneOf("protocol", "HTTP"))
                  .waivedBy("edge.domain")),
          new Control(
              "Target TLS",
              ids("ELB.21", "ELB.22", 378),
              Requirement.of(
                      Types.TARGET_GROUP,
                      "requests and health checks go over HTTPS",
                      all(oneOf("protocol", "HTTPS"), oneOf("healthCheck.protocol", "HTTPS")))
                  .where(IS_WEB)
                  .waivedBy("edge.targetProtocol")),
          new Control(
              "Health check",
              ids(261),
              Requirement.of(
                      Types.TARGET_GROUP, "healthCheck.path is set", present("healthCheck.path"))
                  .where(IS_WEB)),
          new Control(
              "ACM",
              ids("ACM.2", 233, "CKV2_AWS_71"),
              Requirement.of(
                  CERTIFICATE,
                  "its key is RSA of 2048 bits or more, or of an elliptic curve",
                  ifGiven("privateKey", (graph, node) -> Answer.UNKNOWN, Answer.YES)),
              Requirement.of(
                  CERTIFICATE,
                  "keyAlgorithm is not RSA_1024",
                  not(oneOf("keyAlgorithm", "RSA_1024")))));

  private ListenerControls() {}

  /** What a load balancer sends requests to, target groups above all. */
  static List<ResourceNode> targetGroups(ResourceGraph graph, ResourceNode loadBalancer) {
    return Types.LISTENER.stream()
        .flatMap(type -> graph.referring(type, "loadBalancerArn", loadBalancer).stream())
        .flatMap(listener -> graph.referenced(listener, "defaultActions").stream())
        .distinct()
        .toList();
  }
}
