package dev.mainstay.posture.elb;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.not;
import static dev.mainstay.posture.model.Judge.notFalse;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.facts.ElbFacts;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.stream.Stream;

/** Controls of the protocols between clients, load balancers and web servers. */
public final class ListenerControls {
  private static final List<String> CERTIFICATE = List.of("aws:acm/certificate:Certificate");
  private static final String CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
  private static final Judge IS_WEB = oneOf("protocol", "HTTP", "HTTPS");
  private static final Judge IS_PLAIN_HTTP = oneOf("protocol", "HTTP");
  private static final Judge REDIRECTS = oneOf("defaultActions[0].type", "redirect");

  /** TCP and UDP pass on whatever comes; that may be TLS which ends at the target. */
  private static final Judge PASSES_ON = oneOf("protocol", "TCP", "UDP", "TCP_UDP");

  public static final List<Control> ALL =
      List.of(
          new Control(
              "Listener TLS",
              ids("ELB.17", "ELB.18", 2, 103, "CKV2_AWS_74"),
              Requirement.of(
                      Types.LISTENER,
                      "it speaks HTTPS or TLS under a policy of TLS 1.2 or better",
                      any(
                          all(oneOf("protocol", "HTTPS", "TLS"), ListenerControls::hasStrictPolicy),
                          unknownWhere(PASSES_ON)))
                  .where(
                      any(
                          oneOf("protocol", "HTTPS", "TLS"),
                          PASSES_ON,
                          all(IS_PLAIN_HTTP, not(REDIRECTS))))
                  .waivedBy("edge.domain"),
              Requirement.of(
                      Types.LISTENER_RULE,
                      "its requests come over HTTPS",
                      any(onSecureListener(), ListenerControls::redirectsToHttps))
                  .waivedBy("edge.domain"),
              Requirement.notJudged(CLASSIC)),
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
                  .where(IS_PLAIN_HTTP)
                  .waivedBy("edge.domain"),
              Requirement.notJudged(CLASSIC)),
          new Control(
              "Target TLS",
              ids("ELB.21", "ELB.22", 378),
              Requirement.of(
                      Types.TARGET_GROUP,
                      "requests and health checks go over HTTPS",
                      all(oneOf("protocol", "HTTPS"), oneOf("healthCheck.protocol", "HTTPS")))
                  .where(IS_WEB)
                  .waivedBy("edge.targetProtocol"),
              Requirement.of(
                      Types.TARGET_GROUP,
                      "requests go over TLS",
                      any(oneOf("protocol", "TLS"), unknownWhere(PASSES_ON)))
                  .where(any(oneOf("protocol", "TLS"), PASSES_ON)),
              Requirement.notJudged(CLASSIC)),
          new Control(
              "Health check",
              ids(261),
              Requirement.of(
                      Types.TARGET_GROUP,
                      "healthCheck.path is set",
                      all(present("healthCheck.path"), notFalse("healthCheck.enabled")))
                  .where(IS_WEB),
              Requirement.notJudged(CLASSIC)),
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
                  not(oneOf("keyAlgorithm", "RSA_1024"))),
              Requirement.notJudged("aws:iam/serverCertificate:ServerCertificate")));

  private ListenerControls() {}

  /** AWS has a table of policies; one that is not in it may take anything. */
  private static Answer hasStrictPolicy(ResourceGraph graph, ResourceNode listener) {
    return Judge.input(listener, "sslPolicy")
        .map(
            policy ->
                ElbFacts.lowestTls(policy.toString())
                    .map(version -> Answer.of(version.equals("1.2") || version.equals("1.3")))
                    .orElse(Answer.UNKNOWN))
        // The API's default is of 2016.
        .orElse(Answer.NO);
  }

  private static Judge unknownWhere(Judge condition) {
    return (graph, node) -> Answer.all(condition.of(graph, node), Answer.UNKNOWN);
  }

  private static Judge onSecureListener() {
    return (graph, rule) -> {
      List<ResourceNode> listeners = graph.referenced(rule, "listenerArn");
      return listeners.isEmpty()
          ? Answer.UNKNOWN
          : Answer.all(listeners.stream().map(listener -> not(IS_PLAIN_HTTP).of(graph, listener)));
    };
  }

  private static Answer redirectsToHttps(ResourceGraph graph, ResourceNode rule) {
    List<String> actions = Judge.elements(rule, "actions");
    return actions.isEmpty()
        ? Answer.NO
        : Answer.all(
            actions.stream()
                .map(
                    action ->
                        all(
                                oneOf(action + ".type", "redirect"),
                                oneOf(action + ".redirect.protocol", "HTTPS"))
                            .of(graph, rule)));
  }

  /** What a load balancer sends requests to, target groups above all. */
  static List<ResourceNode> targetGroups(ResourceGraph graph, ResourceNode loadBalancer) {
    List<ResourceNode> listeners =
        Types.LISTENER.stream()
            .flatMap(type -> graph.referring(type, "loadBalancerArn", loadBalancer).stream())
            .toList();
    Stream<ResourceNode> byDefault =
        listeners.stream()
            .flatMap(listener -> graph.referenced(listener, "defaultActions").stream());
    Stream<ResourceNode> byRule =
        listeners.stream()
            .flatMap(
                listener ->
                    Types.LISTENER_RULE.stream()
                        .flatMap(type -> graph.referring(type, "listenerArn", listener).stream()))
            .flatMap(rule -> graph.referenced(rule, "actions").stream());
    return Stream.concat(byDefault, byRule)
        .filter(node -> Types.TARGET_GROUP.contains(node.type()))
        .distinct()
        .toList();
  }
}
