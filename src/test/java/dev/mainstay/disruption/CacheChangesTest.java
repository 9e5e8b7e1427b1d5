package dev.mainstay.disruption;

import static dev.mainstay.disruption.Felt.change;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheChangesTest {
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";

  @Test
  void aCacheFollowsItsEngineAndVersion() {
    assertThat(change(CACHE, Map.of("engine", "redis"), Map.of("engine", "valkey")))
        .containsExactly(
            "it engine: redis -> valkey is FAILOVER (yes, for seconds: writes stop and connections"
                + " close, as in an engine upgrade) in the maintenance window, loses "
                + " [tf-replication-group]");
    assertThat(change(CACHE, Map.of("engine", "valkey"), Map.of("engine", "redis")))
        .containsExactly(
            "it engine: valkey -> redis is DATA_LOSS (yes) immediately, loses everything cached"
                + " [tf-replication-group]");
    assertThat(change(CACHE, Map.of("engineVersion", "7.0"), Map.of("engineVersion", "7.1")))
        .containsExactly(
            "it engineVersion: 7.0 -> 7.1 is FAILOVER (writes stop for a few seconds, and"
                + " connections close) in the maintenance window, loses  [elasticache-guide-2023"
                + " tf-replication-group]");
    assertThat(change(CACHE, Map.of("engineVersion", "7.1"), Map.of("engineVersion", "7.0")))
        .containsExactly(
            "it engineVersion: 7.1 -> 7.0 is DATA_LOSS (yes) immediately, loses everything cached"
                + " [tf-replication-group]");
    assertThat(change(CACHE, Map.of("nodeType", "a"), Map.of("nodeType", "b")))
        .containsExactly(
            "it nodeType: a -> b is CONNECTION_DROP (under 1 s from version 5.0.6; connections to"
                + " the old nodes break) in the maintenance window, loses  [elasticache-guide-2023"
                + " tf-replication-group]");
  }

  @Test
  void toNameTheEngineThatItHasByDefaultIsNoReplacement() {
    assertThat(change(CACHE, Map.of(), Map.of("engine", "redis")))
        .containsExactly(
            "it engine:  -> redis is UNKNOWN (not known: no record of this change of engine of"
                + " aws:elasticache/replicationGroup:ReplicationGroup) , loses  []");
  }

  @Test
  void aVersionThatIsNotGivenIsNoDowngrade() {
    assertThat(change(CACHE, Map.of("engineVersion", "7.1"), Map.of()))
        .containsExactly(
            "it engineVersion: 7.1 ->  is UNKNOWN (not known: no record of this change of"
                + " engineVersion of aws:elasticache/replicationGroup:ReplicationGroup) , loses "
                + " []");
    assertThat(change(CACHE, Map.of(), Map.of("engineVersion", "7.1")))
        .containsExactly(
            "it engineVersion:  -> 7.1 is UNKNOWN (not known: no record of this change of"
                + " engineVersion of aws:elasticache/replicationGroup:ReplicationGroup) , loses "
                + " []");
  }

  @Test
  void encryptionInTransitDependsOnTheEngine() {
    String property = "transitEncryptionEnabled";
    assertThat(
            change(
                CACHE,
                Map.of("engineVersion", "7.0.4", property, false),
                Map.of("engineVersion", "7.0.4", property, true)))
        .containsExactly(
            "it transitEncryptionEnabled: false -> true is DATA_LOSS (yes) immediately, loses"
                + " everything cached [tf-replication-group]");
    assertThat(
            change(
                CACHE,
                Map.of("engineVersion", "7.0.5", property, false),
                Map.of("engineVersion", "7.0.5", property, true)))
        .containsExactly(
            "it transitEncryptionEnabled: false -> true is REFUSED (AWS requires"
                + " transitEncryptionMode preferred first) immediately, loses "
                + " [elasticache-in-transit]");
    assertThat(change(CACHE, Map.of(property, false), Map.of(property, true)))
        .containsExactly(
            "it transitEncryptionEnabled: false -> true is UNKNOWN (not known: no record of this"
                + " change of transitEncryptionEnabled of"
                + " aws:elasticache/replicationGroup:ReplicationGroup) , loses  []");
  }
}
