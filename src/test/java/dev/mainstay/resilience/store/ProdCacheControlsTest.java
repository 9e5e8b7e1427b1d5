package dev.mainstay.resilience.store;

import static dev.mainstay.resilience.Prod.CACHE;
import static dev.mainstay.resilience.Prod.ZONE_A;
import static dev.mainstay.resilience.Prod.ZONE_B;
import static dev.mainstay.resilience.Prod.differences;
import static dev.mainstay.resilience.Prod.mutation;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each control of the cache, taken away, changes the verdicts it stands for. */
class ProdCacheControlsTest {
  @Test
  void aCacheThatDoesNotFailOverIsMissed() {
    assertThat(differences(mutation().set(CACHE, "cache", "automaticFailoverEnabled", false)))
        .containsExactlyInAnyOrder(
            "Cache primary fails (`cache`): SURVIVES (not known, none) -> DEGRADED (not known, none)",
            ZONE_A + "DEGRADED (60 to 120 s, none)",
            ZONE_B + "DEGRADED (60 to 120 s, none)");
  }

  @Test
  void aCacheWithoutReplicasIsMissed() {
    assertThat(differences(mutation().set(CACHE, "cache", "numCacheClusters", 1L)))
        .containsExactlyInAnyOrder(
            "Cache primary fails (`cache`): SURVIVES (not known, none) -> DEGRADED (not known, none)",
            ZONE_A + "DEGRADED (60 to 120 s, none)",
            ZONE_B + "DEGRADED (60 to 120 s, none)");
  }

  @Test
  void aCacheWhoseReplicasMayStandBesideTheirPrimaryFallsWithAZone() {
    assertThat(differences(mutation().set(CACHE, "cache", "multiAzEnabled", false)))
        .containsExactly(
            ZONE_A + "DEGRADED (60 to 120 s, none)", ZONE_B + "DEGRADED (60 to 120 s, none)");
  }
}
