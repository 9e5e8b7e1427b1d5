package dev.mainstay.posture.iam;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.oneOf;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import java.util.List;
import java.util.stream.Stream;

/** Controls of keys. */
public final class KmsControls {
  private static final List<String> KEY = List.of("aws:kms/key:Key");

  /** Rotation is that of the primary key, or that of whoever imports the material. */
  private static final List<String> KEY_WITH_POLICY =
      List.of(
          "aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey", "aws:kms/externalKey:ExternalKey");

  private static final String KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";
  private static final Judge IS_CLOSED =
      PolicyText.judge("policy", policy -> policy.isOpen().not());

  public static final List<Control> ALL =
      List.of(
          new Control(
              "KMS",
              ids("KMS.4", "KMS.5", 7, 33, "CKV2_AWS_64"),
              Requirement.of(KEY, "enableKeyRotation is true", isTrue("enableKeyRotation"))
                  .where(
                      ifGiven(
                          "customerMasterKeySpec",
                          oneOf("customerMasterKeySpec", "SYMMETRIC_DEFAULT"),
                          Answer.YES)),
              Requirement.of(
                  KEY_WITH_POLICY,
                  "it has a policy, which allows no * principal",
                  KmsControls::hasClosedPolicy),
              Requirement.of(
                  KEY_WITH_POLICY,
                  "deletionWindowInDays is 30",
                  ifGiven("deletionWindowInDays", oneOf("deletionWindowInDays", "30"), Answer.YES)),
              Requirement.notJudged(
                  "aws:kms/replicaExternalKey:ReplicaExternalKey",
                  "aws:kms/customKeyStore:CustomKeyStore")));

  private KmsControls() {}

  private static Answer hasClosedPolicy(ResourceGraph graph, ResourceNode key) {
    List<ResourceNode> holders =
        Stream.concat(
                graph.referring(KEY_POLICY, "keyId", key).stream(),
                Stream.of(key).filter(each -> each.input("policy").isPresent()))
            .toList();
    return holders.isEmpty()
        ? Answer.NO
        : Answer.all(holders.stream().map(holder -> IS_CLOSED.of(graph, holder)));
  }
}
