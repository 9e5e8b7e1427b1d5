package dev.mainstay.disruption;

import static dev.mainstay.disruption.Felt.shown;
import static dev.mainstay.graph.HandMade.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is deleted loses its data, unless its type is known to store none. */
class DeletionTest {
  private static final ResourceGraph NOTHING = graph().build();

  @Test
  void aTypeThatIsUnknownToThisReleaseMayStoreData() {
    assertThat(deletionOf("aws:future/store:Store", Map.of()))
        .containsExactly(
            "it :  ->  is DATA_LOSS () immediately, loses not known: this release does not know"
                + " whether aws:future/store:Store stores data []");
    assertThat(
            Disruption.between(graph().with("custom:index:Store", "it", Map.of()).build(), NOTHING)
                .blocked())
        .hasSize(1);
  }

  @Test
  void aTypeThatStoresNothingIsDeletedWithoutLoss() {
    assertThat(deletionOf("aws:iam/role:Role", Map.of()))
        .containsExactly(
            "it :  ->  is DELETE (no data is lost: permissions; the program holds them)"
                + " immediately, loses  [by kind]");
  }

  @Test
  void theOlderNamesOfATypeAreTheSameType() {
    assertThat(deletionOf("aws:alb/targetGroup:TargetGroup", Map.of()))
        .isEqualTo(deletionOf("aws:lb/targetGroup:TargetGroup", Map.of()))
        .singleElement()
        .asString()
        .contains("is DELETE (no data is lost: ");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:opensearch/domain:Domain, the indexes",
    "aws:docdb/cluster:Cluster, everything since the final snapshot",
    "aws:cognito/userPool:UserPool, the users and their passwords",
    "aws:redshift/cluster:Cluster, everything since the final snapshot",
    "aws:memorydb/cluster:Cluster, the data",
    "aws:sqs/queue:Queue, the messages in it",
    "aws:ecr/repository:Repository, every image in it",
    "aws:kinesis/stream:Stream, the records that consumers have not read",
    "aws:fsx/windowsFileSystem:WindowsFileSystem, every file in it",
    "aws:rds/snapshot:Snapshot, the snapshot",
    "aws:ebs/snapshot:Snapshot, the snapshot",
    "aws:cloudwatch/logGroup:LogGroup, its log events",
    "aws:elasticache/serverlessCache:ServerlessCache, everything cached",
    "aws:ec2/instance:Instance, 'the volumes that are deleted with it, and local disks'",
  })
  void aStoreLosesWhatItHolds(String type, String lost) {
    var blocked = Disruption.between(graph().with(type, "it", Map.of()).build(), NOTHING).blocked();

    assertThat(blocked).singleElement().extracting(Change::lost).isEqualTo(lost);
  }

  @Test
  void aFinalSnapshotIsKeptOnlyWhereItIsNotSkipped() {
    String cluster = "aws:docdb/cluster:Cluster";

    assertThat(deletionOf(cluster, Map.of("skipFinalSnapshot", true)).get(0))
        .isEqualTo(
            "it :  ->  is DATA_LOSS (yes; no final snapshot is kept) immediately, loses the"
                + " databases [own reading]");
    assertThat(deletionOf(cluster, Map.of("skipFinalSnapshot", false)).get(0))
        .isEqualTo(
            "it :  ->  is DATA_LOSS (yes; a final snapshot is kept) immediately, loses everything"
                + " since the final snapshot [own reading]");
  }

  @Test
  void whatPulumiRetainsIsNotLost() {
    ResourceGraph before = graph().with("aws:sqs/queue:Queue", "it", Map.of()).build();
    var retained = before.resources().get(0).retained(true);

    assertThat(shown(before.with(retained.urn(), retained), NOTHING))
        .containsExactly(
            "it :  ->  is NOTHING (no; AWS keeps it and Pulumi forgets it (retainOnDelete))"
                + " immediately, loses  []");
  }

  @Test
  void whatTheProviderLeavesInPlaceIsNotLost() {
    assertThat(deletionOf("aws:cloudwatch/logGroup:LogGroup", Map.of("skipDestroy", true)))
        .containsExactly(
            "it :  ->  is NOTHING (no; AWS keeps it and Pulumi forgets it (skipDestroy))"
                + " immediately, loses  []");
  }

  @Test
  void anEntryForOneInputAllowsOnlyTheLossThatItCauses() {
    String database = "aws:rds/instance:Instance";
    ResourceGraph before = days(database, 35);
    ResourceGraph after = days(database, 7);
    List<String> allowed = List.of("it.backupRetentionPeriod");

    assertThat(Disruption.between(before, after).blocked()).hasSize(1);
    assertThat(Disruption.between(before, after, allowed).blocked()).isEmpty();
    assertThat(Disruption.between(before, NOTHING, allowed).blocked()).hasSize(1);
  }

  private static ResourceGraph days(String type, long days) {
    return graph().with(type, "it", Map.of("backupRetentionPeriod", days)).build();
  }

  private static List<String> deletionOf(String type, Map<String, Object> inputs) {
    return shown(graph().with(type, "it", inputs).build(), NOTHING);
  }
}
