package dev.mainstay.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DataFactsTest {
  @Test
  void aDatabaseClassSaysWhatItIsAndWhereItRuns() {
    DatabaseClass medium = DatabaseClass.named("db.t4g.medium").orElseThrow();

    assertThat(medium.vcpus()).isEqualTo(2);
    assertThat(medium.memoryGib()).isEqualTo(4.0);
    assertThat(medium.architecture()).isEqualTo("arm64");
    assertThat(medium.orderable()).isTrue();
    assertThat(medium.runs("17")).isTrue();
    assertThat(medium.runs("11")).isFalse();
    assertThat(medium.offeredIn("eu-central-1")).isTrue();
    assertThat(medium.offeredIn("ca-west-1")).isFalse();
  }

  @Test
  void whatIsNotKnownIsNotDenied() {
    DatabaseClass medium = DatabaseClass.named("db.t4g.medium").orElseThrow();

    assertThat(medium.runs("42")).isTrue();
    assertThat(medium.offeredIn("moon-north-1")).isTrue();
    assertThat(DatabaseClass.named("db.x99.large")).isEmpty();
    assertThat(PostgresVersion.named("42")).isEmpty();
    assertThat(RegionSets.named("RS99")).isEmpty();
    assertThat(PostgresParameter.isDynamic("no_such_parameter")).isFalse();
    assertThat(CacheVersion.familyOf("valkey", "12.3")).isEqualTo("valkey12");
  }

  @Test
  void retiredClassesAreKnownButNotOffered() {
    assertThat(DatabaseClass.named("db.m3.large").orElseThrow().orderable()).isFalse();
    assertThat(DatabaseClass.orderableNames())
        .contains("db.m7g.large")
        .doesNotContain("db.m3.large");
  }

  @Test
  void aMajorVersionIsCreatableAndNamesTheFamily() {
    assertThat(PostgresVersion.named("17").orElseThrow().creatable()).isTrue();
    assertThat(PostgresVersion.named("17.2").orElseThrow().creatable()).isFalse();
    assertThat(PostgresVersion.creatableMajors()).containsSubsequence("14", "15", "16", "17", "18");
    assertThat(PostgresVersion.familyOf("17.5")).isEqualTo("postgres17");
  }

  @Test
  void parametersAreStaticOrDynamic() {
    assertThat(PostgresParameter.isDynamic("max_prepared_transactions")).isFalse();
    assertThat(PostgresParameter.isDynamic("shared_buffers")).isFalse();
    assertThat(PostgresParameter.isDynamic("work_mem")).isTrue();
  }

  @Test
  void aNodeTypeSaysWhatItIsAndWhatItRuns() {
    CacheNodeType small = CacheNodeType.named("cache.t4g.small").orElseThrow();
    assertThat(small.memoryGib()).isEqualTo(1.37);
    assertThat(small.engines()).containsExactlyInAnyOrder("redis", "valkey");
    assertThat(small.failsOver()).isTrue();
    assertThat(small.tiersData()).isFalse();
    assertThat(small.offeredIn("eu-central-1")).isTrue();
    assertThat(CacheNodeType.named("cache.r6gd.xlarge").orElseThrow().tiersData()).isTrue();
    assertThat(CacheNodeType.named("cache.c8gn.large").orElseThrow().engines())
        .containsExactly("valkey");
  }

  @Test
  void everyCacheVersionHasAFamily() {
    assertThat(CacheVersion.of("valkey")).contains("7.2", "8.1");
    assertThat(CacheVersion.familyOf("valkey", "8.1")).isEqualTo("valkey8");
    assertThat(CacheVersion.familyOf("redis", "6.2")).isEqualTo("redis6.x");
    assertThat(CacheVersion.familyOf("redis", "7.1")).isEqualTo("redis7");
  }
}
