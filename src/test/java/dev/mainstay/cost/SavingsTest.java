package dev.mainstay.cost;

import static dev.mainstay.cost.Estimate.SHIPPED;
import static dev.mainstay.cost.Estimate.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Stacks;
import dev.mainstay.graph.HandMade;
import dev.mainstay.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SavingsTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";
  private static final String SERVER = "aws:ec2/instance:Instance";

  private static List<String> savings(ResourceGraph graph) {
    return Savings.of(graph, SHIPPED).each().stream()
        .map(it -> "%s %s (%s)".formatted(it.usd(), it.what(), it.note()))
        .toList();
  }

  private static HandMade database(String instanceClass) {
    return in("eu-central-1")
        .with(
            INSTANCE,
            "db",
            Map.of(
                "engine",
                "postgres",
                "instanceClass",
                instanceClass,
                "allocatedStorage",
                20L,
                "storageType",
                "gp3"));
  }

  @Test
  void whatProdCouldSaveGivesSomethingUp() {
    // NAT: 730 h x 0.052 = 37.96, the traffic stays; endpoints: 4 x 730 h x 0.012 = 35.04
    assertThat(savings(Stacks.prod()))
        .containsExactly(
            "37.96 one NAT gateway in place of 2 (an outage of its zone then stops egress from all"
                + " zones)",
            "35.04 one zone for each of 4 interface endpoints (an outage of that zone then stops"
                + " access to the AWS APIs)");
    assertThat(Savings.of(Stacks.prod(), SHIPPED).usd()).isEqualByComparingTo("73.00");
  }

  @Test
  void gravitonClassesOfADatabase() {
    // 730 h x (0.021 - 0.019) = 1.46
    assertThat(savings(database("db.t3.micro").build()))
        .containsExactly("1.46 db.instanceClass: db.t4g.micro in place of db.t3.micro (Graviton)");
    assertThat(savings(database("db.m7g.large").build())).isEmpty();
    assertThat(savings(database("").build())).isEmpty();
  }

  @Test
  void whatWouldCostMoreIsNoSaving() {
    // Each successor of the table costs less or is not named.
    for (String family : List.of("db.m6i.large", "db.r5.large", "db.m5.large")) {
      assertThat(Savings.of(database(family).build(), SHIPPED).each())
          .allMatch(it -> it.usd().signum() > 0);
    }
  }

  @Test
  void volumesOfTheOldGeneralPurposeType() {
    // 2 x 100 GiB x (0.119 - 0.0952) = 4.76
    var server =
        Map.<String, Object>of(
            "instanceType",
            "m7g.large",
            "userData",
            "#!",
            "rootBlockDevice",
            Map.of("volumeSize", 100L, "volumeType", "gp2"),
            "ebsBlockDevices",
            List.of(Map.of("volumeSize", 100L, "volumeType", "gp2")));

    assertThat(savings(in("eu-central-1").with(SERVER, "files", server).build()))
        .containsExactly(
            "4.76 files: volumes of gp3 in place of gp2 (in place, without interruption)");
  }

  @Test
  void windowsDoesNotRunOnGraviton() {
    var windows = Map.<String, Object>of("instanceType", "m7i.large", "userData", "<powershell>");
    var linux = Map.<String, Object>of("instanceType", "m7i.large", "userData", "#!/bin/sh");

    assertThat(savings(in("eu-central-1").with(SERVER, "iis", windows).build())).isEmpty();
    assertThat(savings(in("eu-central-1").with(SERVER, "web", linux).build()))
        .hasSize(1)
        .first()
        .asString()
        .endsWith(
            " web.instanceType: m7g.large in place of m7i.large"
                + " (Graviton: the image must be built for arm64)");
  }

  @Test
  void aTypeOfThePreviousGeneration() {
    // 730 h x (0.12 - 0.115) = 3.65, and the same difference for Windows
    var old = Map.<String, Object>of("instanceType", "m4.large", "userData", "<powershell>");

    assertThat(savings(in("eu-central-1").with(SERVER, "old", old).build()))
        .containsExactly(
            "3.65 old.instanceType: m6i.large in place of m4.large (previous generation)");
  }

  @Test
  void whereThePriceIsNotKnownNothingIsPromised() {
    assertThat(
            savings(in("af-south-1").with(SERVER, "x", Map.of("instanceType", "m4.large")).build()))
        .isEmpty();
  }
}
