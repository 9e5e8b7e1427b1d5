package dev.mainstay.posture.iam;

import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.not;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.facts.PolicyFacts;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Policies of resources: of queues, topics, secrets, buckets, functions. */
final class ResourcePolicies {
  private static final String WANTED = "its policy allows no * principal";
  private static final List<String> PUBLIC_ACCESS_BLOCK =
      List.of(
          "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
          "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock");

  /** S3 then ignores the policy for all but the account, or takes no such policy. */
  private static final Judge BLOCKS =
      any(isTrue("blockPublicPolicy"), isTrue("restrictPublicBuckets"));

  private ResourcePolicies() {}

  static Stream<Requirement> requirements() {
    Stream<Requirement> texts =
        PolicyFacts.resourcePolicies().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> isClosed(entry.getKey(), entry.getValue()));
    return Stream.concat(
        texts,
        Stream.of(
            Requirement.of(
                List.of("aws:lambda/permission:Permission"),
                "it allows no * principal",
                any(
                    not(oneOf("principal", "*")),
                    present("principalOrgId"),
                    present("sourceAccount"),
                    present("sourceArn"))),
            Requirement.of(
                List.of("aws:lambda/layerVersionPermission:LayerVersionPermission"),
                "it allows no * principal",
                any(not(oneOf("principal", "*")), present("organizationId"))),
            Requirement.of(
                List.of("aws:lambda/functionUrl:FunctionUrl"),
                "authorizationType is AWS_IAM",
                oneOf("authorizationType", "AWS_IAM"))));
  }

  private static Requirement isClosed(String type, String path) {
    Judge closed = PolicyText.judge(path, policy -> policy.isOpen().not());
    Judge judge =
        type.startsWith("aws:s3/bucket") ? any(closed, ResourcePolicies::isBlocked) : closed;
    return Requirement.of(List.of(type), WANTED, judge).where(present(path));
  }

  /** Of the bucket or its policy: what keeps the public out whatever the policy says. */
  private static Answer isBlocked(ResourceGraph graph, ResourceNode node) {
    ResourceNode bucket =
        Types.BUCKET.contains(node.type())
            ? node
            : graph.referenced(node, "bucket").stream().findFirst().orElse(node);
    return Answer.any(
        Stream.concat(
                graph.referring(PUBLIC_ACCESS_BLOCK.get(0), "bucket", bucket).stream(),
                graph.all(PUBLIC_ACCESS_BLOCK.get(1)).stream())
            .map(block -> BLOCKS.of(graph, block)));
  }
}
