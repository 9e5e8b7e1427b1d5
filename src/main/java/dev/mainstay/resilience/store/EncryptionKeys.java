package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the KMS key of a store can be used. RDS stops a database whose key is disabled: see <a
 * href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html">its
 * guide</a>.
 */
final class EncryptionKeys {
  private static final List<String> PATHS =
      List.of("kmsKeyId", "kmsKeyArn", "serverSideEncryption.kmsKeyArn", "encryptAtRest.kmsKeyId");

  /** By type of key, the input that says whether it is enabled; all of them are by default. */
  private static final Map<String, String> ENABLED =
      Map.of(
          "aws:kms/key:Key", "isEnabled",
          "aws:kms/replicaKey:ReplicaKey", "enabled",
          "aws:kms/externalKey:ExternalKey", "enabled",
          "aws:kms/replicaExternalKey:ReplicaExternalKey", "enabled");

  private EncryptionKeys() {}

  static Effect state(ResourceNode store, ResourceGraph graph) {
    return PATHS.stream()
        .filter(path -> store.input(path).isPresent())
        .findFirst()
        .map(path -> state(store, path, graph))
        .orElse(Effect.NOTHING);
  }

  private static Effect state(ResourceNode store, String path, ResourceGraph graph) {
    Optional<ResourceNode> key =
        graph.referenced(store, path).stream().findFirst().flatMap(it -> key(it, graph));
    if (key.isPresent()) {
      return key.get().text(ENABLED.get(key.get().type()), "true").equals("false")
          ? Effect.of(
                  Outcome.DOWN,
                  "KMS key `%s`, which encrypts `%s`, is disabled."
                      .formatted(key.get().name(), store.name()))
              .lasting(Interruption.UNKNOWN)
              .touching(List.of(key.get(), store))
          : Effect.NOTHING;
    }
    String named = store.text(path, "");
    return named.startsWith("alias/aws/") || named.contains(":alias/aws/")
        ? Effect.NOTHING
        : Effect.unknown(
                "Whether the KMS key of `%s` is enabled is not known: it is not in this stack."
                    .formatted(store.name()))
            .touching(store);
  }

  /** An alias, or the policy of a key, stands for the key that it names. */
  private static Optional<ResourceNode> key(ResourceNode node, ResourceGraph graph) {
    if (ENABLED.containsKey(node.type())) {
      return Optional.of(node);
    }
    return List.of("targetKeyId", "keyId").stream()
        .flatMap(path -> graph.referenced(node, path).stream())
        .filter(it -> ENABLED.containsKey(it.type()))
        .findFirst();
  }
}
