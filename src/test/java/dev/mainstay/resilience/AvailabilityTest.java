package dev.mainstay.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Stacks;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
  @Test
  void theArithmeticIsShownLineByLine() {
    Availability prod = Resilience.of(Stacks.prod()).availability();

    assertThat(prod.arithmetic())
        .containsExactly(
            "DNS records (Route 53): 100 % (https://aws.amazon.com/route53/sla/)",
            "edge (load balancer in several zones): 99.99 %"
                + " (https://aws.amazon.com/elasticloadbalancing/sla/)",
            "web (EC2 in several zones): 99.99 % (https://aws.amazon.com/compute/sla/)",
            "database (RDS with a standby): 99.95 % (https://aws.amazon.com/rds/sla/)",
            "cache (ElastiCache over several zones): 99.99 %"
                + " (https://aws.amazon.com/elasticache/sla/)",
            "1 x 0.9999 x 0.9999 x 0.9995 x 0.9999 = 99.92 %: 35 minutes in 30 days",
            "NAT is not counted: no request comes in through it.");
    assertThat(prod.percent()).isEqualByComparingTo("99.92");
  }

  @Test
  void singleNodesAreLessAvailable() {
    assertThat(Resilience.of(Stacks.dev()).availability().arithmetic())
        .contains(
            "web (EC2, not known to run in several zones): 99.5 %"
                + " (https://aws.amazon.com/compute/sla/)",
            "database (RDS without a standby): 99.5 % (https://aws.amazon.com/rds/sla/)",
            "cache (ElastiCache in one zone): 99.5 % (https://aws.amazon.com/elasticache/sla/)",
            "0.9999 x 0.995 x 0.995 x 0.995 = 98.4976 %: 649 minutes in 30 days");
  }
}
