package dev.mainstay.disruption;

import static dev.mainstay.disruption.Felt.change;
import static dev.mainstay.disruption.Felt.shown;
import static dev.mainstay.graph.HandMade.graph;
import static dev.mainstay.graph.HandMade.urn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LossTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  private static final String KEY = "aws:kms/key:Key";

  @Test
  void aDatabaseThatIsReplacedLosesItsData() {
    assertThat(
            change(INSTANCE, Map.of("storageEncrypted", false), Map.of("storageEncrypted", true)))
        .containsExactly(
            "it storageEncrypted: false -> true is DATA_LOSS (yes; a final snapshot is kept)"
                + " immediately, loses everything since the final snapshot [tf-rds-instance"
                + " cfn-lint]");
    assertThat(
            change(
                INSTANCE,
                Map.of("username", "a", "skipFinalSnapshot", true, "deletionProtection", true),
                Map.of("username", "b", "skipFinalSnapshot", true, "deletionProtection", true)))
        .containsExactly(
            "it username: a -> b is DATA_LOSS (deletion protection refuses the deletion; yes; no"
                + " final snapshot is kept) immediately, loses the databases [tf-rds-instance"
                + " cfn-lint]");
  }

  @Test
  void aReplicaCanBeReplacedWithoutLoss() {
    assertThat(
            change(
                INSTANCE,
                Map.of("replicateSourceDb", "db", "availabilityZone", "a"),
                Map.of("replicateSourceDb", "db", "availabilityZone", "b")))
        .containsExactly(
            "it availabilityZone: a -> b is REPLACEMENT (yes) immediately, loses everything,"
                + " unless it is restored from a snapshot [tf-rds-instance cfn-lint]");
    assertThat(
            shown(
                graph().with(INSTANCE, "it", Map.of("replicateSourceDb", "db")).build(),
                graph().build()))
        .containsExactly(
            "it :  ->  is DELETE (readers of this replica lose it; its source remains)"
                + " immediately, loses  [own reading]");
  }

  @Test
  void whatIsDeletedIsListedLast() {
    assertThat(
            shown(
                graph()
                    .with(INSTANCE, "db", Map.of("skipFinalSnapshot", false))
                    .with("aws:ec2/vpc:Vpc", "old", Map.of())
                    .with("aws:s3/bucketV2:BucketV2", "logs", Map.of())
                    .with("aws:s3/bucketV2:BucketV2", "cleared", Map.of("forceDestroy", true))
                    .with(
                        "aws:lb/loadBalancer:LoadBalancer",
                        "lb",
                        Map.of("enableDeletionProtection", true))
                    .with(
                        "aws:dynamodb/table:Table",
                        "table",
                        Map.of("deletionProtectionEnabled", true))
                    .build(),
                graph().with("aws:ec2/vpc:Vpc", "new", Map.of()).build()))
        .containsExactly(
            "new :  ->  is CREATE (no) immediately, loses  []",
            "db :  ->  is DATA_LOSS (yes; a final snapshot is kept) immediately, loses everything"
                + " since the final snapshot [own reading]",
            "old :  ->  is DELETE (no data is lost: carries or filters traffic) immediately, loses"
                + "  [by kind]",
            "logs :  ->  is DATA_LOSS (refused while there is an object in it) immediately, loses"
                + " every object in it [own reading]",
            "cleared :  ->  is DATA_LOSS (yes; it is emptied first) immediately, loses every"
                + " object in it [own reading]",
            "lb :  ->  is DELETE (deletion protection refuses the deletion; no data is lost:"
                + " carries or filters traffic) immediately, loses  [by kind]",
            "table :  ->  is DATA_LOSS (deletion protection refuses the deletion; yes)"
                + " immediately, loses the table [own reading]");
  }

  @Test
  void whatPulumiProtectsIsSaid() {
    var graph = graph().with(KEY, "key", Map.of()).build();
    var key = graph.resources().get(0);
    var guarded =
        new ResourceNode(
            key.urn(), key.type(), key.name(), null, true, true, List.of(), Map.of(), List.of());

    assertThat(shown(graph.with(key.urn(), guarded), graph().build()))
        .containsExactly(
            "key :  ->  is DATA_LOSS (Pulumi `protect` refuses the deletion; whatever is encrypted"
                + " with it cannot be read; the deletion can be cancelled until its window ends)"
                + " immediately, loses everything encrypted with it [own reading]");
  }

  @Test
  void dataMayBeLostWhereTheConfigurationSaysSo() {
    var before = graph().component("cache").with(CACHE, "sessions", Map.of()).build();
    var after = graph().component("cache").build();

    assertThat(Disruption.between(before, after).blocked())
        .extracting(Change::urn)
        .containsExactly(urn(CACHE, "sessions"));
    for (String allowed : List.of("cache", "sessions")) {
      var disruption = Disruption.between(before, after, List.of("other", allowed));
      assertThat(disruption.blocked()).isEmpty();
      assertThat(disruption.changes())
          .containsExactly(
              new Change(
                  urn(CACHE, "sessions"),
                  "",
                  "",
                  "",
                  Effect.DATA_LOSS,
                  "yes",
                  "immediately",
                  "everything cached",
                  "own reading",
                  true));
    }
    assertThat(Disruption.between(before, after, List.of("database")).blocked()).hasSize(1);
  }

  @Test
  void onlyALossIsEverAllowed() {
    assertThat(
            Disruption.between(
                    graph().with(INSTANCE, "db", Map.of("port", 1L)).build(),
                    graph().with(INSTANCE, "db", Map.of("port", 2L)).build(),
                    List.of("db"))
                .changes())
        .extracting(Change::allowed)
        .containsExactly(false);
  }
}
