package dev.mainstay.posture.ec2;

import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.oneOf;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.List;
import java.util.stream.Stream;

/** The instance metadata service of servers. */
final class Metadata {
  private static final String OF_ACCOUNT =
      "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
  private static final String TOKENS = "metadataOptions.httpTokens";
  private static final String HOPS = "metadataOptions.httpPutResponseHopLimit";

  private static final Judge REQUIRED =
      any(oneOf(TOKENS, "required"), oneOf("metadataOptions.httpEndpoint", "disabled"));

  private Metadata() {}

  /** By the server's own word, else by that of its launch template, else by the account's. */
  static Answer requiresTokens(ResourceGraph graph, ResourceNode server) {
    if (REQUIRED.of(graph, server) != Answer.NO || server.input(TOKENS).isPresent()) {
      return REQUIRED.of(graph, server);
    }
    List<ResourceNode> templates = graph.referenced(server, "launchTemplate");
    if (!templates.isEmpty()) {
      return Answer.all(templates.stream().map(template -> requiresTokens(graph, template)));
    }
    return Answer.any(
        graph.all(OF_ACCOUNT).stream()
            .map(each -> oneOf("httpTokens", "required").of(graph, each)));
  }

  static Answer staysOnServer(ResourceGraph graph, ResourceNode server) {
    Stream<ResourceNode> holders =
        Stream.concat(Stream.of(server), graph.referenced(server, "launchTemplate").stream());
    return holders
        .filter(holder -> Judge.input(holder, HOPS).isPresent())
        .findFirst()
        .map(holder -> oneOf(HOPS, "1").of(graph, holder))
        .orElseGet(
            () ->
                Answer.all(
                    graph.all(OF_ACCOUNT).stream()
                        .map(
                            each ->
                                ifGiven(
                                        "httpPutResponseHopLimit",
                                        oneOf("httpPutResponseHopLimit", "1", "-1"),
                                        Answer.YES)
                                    .of(graph, each))));
  }
}
