package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.engine.State.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderingTest {
  private static final Entry VPC = entry("vpc");
  private static final Entry NAT = entry("nat", "vpc");
  private static final Entry DATABASE = entry("database", "vpc");
  private static final Entry FLEET = entry("fleet", "nat");
  private static final Map<String, Integer> SECONDS =
      Map.of("nat", 100, "database", 900, "fleet", 45);

  @Test
  void theLongestChainIsNamedMemberByMember() {
    var chain = ordering(VPC, NAT, DATABASE, FLEET).longestChain();

    assertThat(chain.seconds()).isEqualTo(900);
    assertThat(chain.members()).containsExactly(VPC, DATABASE);
    assertThat(chain.lines(OrderingTest::seconds))
        .isEqualTo("      0 s  aws:vpc vpc\n    900 s  aws:database database");
  }

  @Test
  void anEdgeFromDatabaseToFleetLengthensTheChain() {
    var fleet = entry("fleet", "nat", "database");

    assertThat(ordering(VPC, NAT, DATABASE, fleet).longestChain().seconds()).isEqualTo(945);
  }

  @Test
  void whatComesBeforeIsFoundThroughOthers() {
    assertThat(ordering(VPC, NAT, DATABASE, FLEET).before(FLEET))
        .containsExactlyInAnyOrder(NAT, VPC);
  }

  @Test
  void aPropertysDependencyCounts() {
    var fleet =
        new Entry(
            "urn::fleet",
            "aws:fleet",
            "",
            true,
            "",
            List.of(),
            Map.of("subnets", List.of("urn::nat")),
            Map.of());

    assertThat(ordering(VPC, NAT, fleet).before(fleet)).containsExactlyInAnyOrder(NAT, VPC);
  }

  private static Ordering ordering(Entry... entries) {
    return new Ordering(new State(List.of(entries), List.of()), OrderingTest::seconds);
  }

  private static int seconds(Entry entry) {
    return SECONDS.getOrDefault(entry.name(), 0);
  }

  private static Entry entry(String name, String... after) {
    var urns = List.of(after).stream().map(it -> "urn::" + it).toList();
    return new Entry("urn::" + name, "aws:" + name, "", true, "", urns, Map.of(), Map.of());
  }
}
