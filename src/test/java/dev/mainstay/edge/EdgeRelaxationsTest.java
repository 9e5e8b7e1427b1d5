package dev.mainstay.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mainstay.config.Relaxation;
import org.junit.jupiter.api.Test;

class EdgeRelaxationsTest {
  private static final String OWN_CERTIFICATE =
      "arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555";

  private final EdgeArgs args = EdgeFixture.args();

  private void withDomain() {
    args.domain = "shop.example.com";
    args.hostedZoneId = "Z0123456789ABCDEFGHIJ";
  }

  @Test
  void theCheaperSettingsAreNamedAsRelaxations() {
    args.targetProtocol = "http";
    args.accessLogs = false;
    args.waf = false;
    args.deletionProtection = false;

    assertThat(args.relaxations())
        .extracting(Relaxation::key, Relaxation::effect)
        .containsExactly(
            tuple("domain", "no certificate: clients use plain HTTP"),
            tuple("targetProtocol", "plain HTTP between load balancer and web servers"),
            tuple("accessLogs", "no access logs"),
            tuple("waf", "no web application firewall"),
            tuple("deletionProtection", "one command deletes the load balancer"));
  }

  @Test
  void validationByEmailIsARelaxationSinceRenewalsNeedSomebodyToAnswer() {
    withDomain();
    args.validation = "email";

    assertThat(args.relaxations())
        .containsExactly(
            new Relaxation(
                "validation",
                "the certificate expires unless somebody approves each renewal email"));
  }

  @Test
  void aDomainOrACertificateRelaxesNothing() {
    withDomain();
    assertThat(args.relaxations()).isEmpty();

    args.certificateArn = OWN_CERTIFICATE;
    assertThat(args.relaxations()).isEmpty();
  }
}
