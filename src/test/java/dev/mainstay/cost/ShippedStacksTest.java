package dev.mainstay.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Stacks;
import dev.mainstay.graph.ResourceGraph;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The estimates of the shipped stacks, added up by hand. */
class ShippedStacksTest {
  private static MonthlyCost cost(ResourceGraph graph) {
    return MonthlyCost.of(graph, Estimate.SHIPPED);
  }

  private static List<String> of(MonthlyCost cost, String component) {
    return cost.lines().stream()
        .filter(line -> line.component().equals(component) && !line.byUse())
        .map(line -> line.item() + ": " + line.monthlyUsd())
        .toList();
  }

  @Test
  void theDatabaseOfProd() {
    // 730 h x 0.200 = 146.00, twice for the standby = 292.00
    // 400 GiB x 0.137 = 54.80, twice for the standby = 109.60
    assertThat(of(cost(Stacks.prod()), "database"))
        .containsExactly(
            "db.m7g.large: 146.00",
            "standby of db.m7g.large (Multi-AZ): 146.00",
            "400 GiB of gp3: 54.80",
            "400 GiB of gp3 of the standby (Multi-AZ): 54.80",
            "secret of the master user: 0.40");
  }

  @Test
  void theCacheOfProd() {
    // 2 nodes x 730 h x 0.1504 = 219.584
    assertThat(of(cost(Stacks.prod()), "cache"))
        .containsExactly("2 x cache.m7g.large with valkey: 219.58");
  }

  @Test
  void theServersOfProd() {
    // 4 x 730 h x 0.12075 = 352.59 and 4 x 730 h x (0.21275 - 0.12075) = 268.64: 621.23 in all
    // 4 x 50 GiB x 0.0952 = 19.04
    // 4 x 7 metrics x 0.30 = 8.40
    assertThat(of(cost(Stacks.prod()), "web"))
        .containsExactly(
            "4 x m7i.large: 352.59",
            "Windows licence of 4 x m7i.large: 268.64",
            "4 x 50 GiB of gp3: 19.04",
            "detailed monitoring, per metric: 8.40");
  }

  @Test
  void whatProdPaysForWithoutUse() {
    // database 146.00 + 146.00 + 54.80 + 54.80 + 0.40                              =   402.00
    // cache 219.58                                                                 =   219.58
    // web 352.59 + 268.64 + 19.04 + 8.40                                           =   648.67
    // network: 2 NAT x 730 x 0.052 = 75.92; 4 endpoints x 2 zones x 730 x 0.012 = 70.08;
    //   2 addresses x 730 x 0.005 = 7.30                                           =   153.30
    // edge: load balancer 730 x 0.027 = 19.71; 2 addresses 7.30; web ACL 5 + 6 x 1 =    38.01
    // operations: dashboard 3.00; 25 metrics of 23 alarms x 0.10 = 2.50            =     5.50
    // key 1.00                                                                     =     1.00
    //                                                                              = 1,468.06
    assertThat(sum(cost(Stacks.prod()).lines().stream().filter(line -> !line.byUse())))
        .isEqualByComparingTo("1468.06");
  }

  @Test
  void whatProdPaysForByUse() {
    // each at 1 GB of logs, kept for 13 months: 0.63 and 13 x 0.0324 = 0.4212
    // database: 2 log groups 1.26 + 0.84; monitoring 0.63; 10 GB of backups 1.00     = 3.73
    // cache: 2 log groups 1.26 + 0.84; 10 GB of snapshots x 0.085 = 0.85             = 2.95
    // network: NAT 2 x 10 GB x 0.052 = 1.04; endpoints 4 x 0.01 = 0.04; flow logs
    //   0.63 + 0.42                                                                  = 2.13
    // edge: 730 x 0.008 = 5.84; requests 0.60; logs 0.63 + 0.42; DNS 0.40;
    //   bucket 10 x 0.0054 = 0.05, 0.0245 = 0.02                                     = 7.96
    // operations: 10 GB in the vault 1.00; e-mails 0.02; 0.0005 = 0.00               = 1.02
    // key 10 x 0.003                                                                 = 0.03
    //                                                                                = 17.82
    assertThat(sum(cost(Stacks.prod()).lines().stream().filter(CostLine::byUse)))
        .isEqualByComparingTo("17.82");
    // 1,468.06 + 17.82
    assertThat(cost(Stacks.prod()).total()).isEqualTo(new Amount(new BigDecimal("1485.88"), 0));
  }

  private static BigDecimal sum(Stream<CostLine> lines) {
    return lines.map(CostLine::monthlyUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void everyItemOfTheShippedStacksHasAPrice() {
    Map.of("prod", Stacks.prod(), "dev", Stacks.dev(), "article", Stacks.article())
        .forEach(
            (name, graph) -> assertThat(cost(graph).notPriced()).as("stack %s", name).isEmpty());
  }

  @Test
  void whatIsPaidByUseNamesItsAssumption() {
    assertThat(cost(Stacks.prod()).lines())
        .filteredOn(CostLine::byUse)
        .allMatch(line -> line.assumption().contains("(usage."));
  }

  @Test
  void equalItemsAreOneLineAndTheLargestComesFirst() {
    var lines = cost(Stacks.prod()).lines();

    assertThat(lines).filteredOn(line -> line.item().startsWith("alarm")).hasSize(1);
    assertThat(lines.stream().map(CostLine::monthlyUsd).toList())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void theServersOfTheArticleHavePublicAddresses() {
    // 2 x 730 h x 0.005
    assertThat(of(cost(Stacks.article()), "web"))
        .contains("public IPv4 addresses of servers: 7.30");
  }
}
