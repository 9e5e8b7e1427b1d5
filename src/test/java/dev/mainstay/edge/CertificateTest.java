package dev.mainstay.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.resources.Resource;
import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CertificateTest {
  private static final String LISTENER = "aws:lb/listener:Listener";
  private static final String CERTIFICATE = "aws:acm/certificate:Certificate";
  private static final String VALIDATION = "aws:acm/certificateValidation:CertificateValidation";
  private static final String RECORD = "aws:route53/record:Record";
  private static final String OWN_CERTIFICATE =
      "arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555";

  private final EdgeArgs args = EdgeFixture.args();

  private Deployed deployed() {
    return EdgeFixture.deployed(args);
  }

  @Test
  void theCertificateCoversTheDomainAndItsSubdomains() {
    EdgeFixture.withDomain(args);

    assertThat(deployed().only(CERTIFICATE).inputs())
        .containsEntry("domainName", "shop.example.com")
        .containsEntry("subjectAlternativeNames", List.of("*.shop.example.com"))
        .containsEntry("validationMethod", "DNS")
        .containsEntry("keyAlgorithm", "RSA_2048");
  }

  @Test
  void oneRecordValidatesTheDomainAndItsWildcard() {
    EdgeFixture.withDomain(args);
    Deployed deployed = deployed();

    ResourceNode record = deployed.get(RECORD, "edge-validation");
    assertThat(record.inputs())
        .containsEntry("type", "CNAME")
        .containsEntry("zoneId", "Z0123456789ABCDEFGHIJ");
    assertThat(record.referencesAt("name")).containsExactly(deployed.only(CERTIFICATE).urn());
    assertThat(record.referencesAt("records")).containsExactly(deployed.only(CERTIFICATE).urn());
    assertThat(deployed.only(VALIDATION).referencesAt("validationRecordFqdns"))
        .containsExactly(record.urn());
  }

  @Test
  void visitorsAreServedOverModernTls() {
    EdgeFixture.withDomain(args);

    assertThat(deployed().get(LISTENER, "edge-https").inputs())
        .containsEntry("port", 443L)
        .containsEntry("protocol", "HTTPS")
        .containsEntry("sslPolicy", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
    assertThat(EdgeFixture.output(args, Edge::url)).isEqualTo("https://shop.example.com");
  }

  @Test
  void theListenerGetsTheCertificateOnlyOnceItIsValid() {
    EdgeFixture.withDomain(args);
    Deployed deployed = deployed();

    assertThat(deployed.get(LISTENER, "edge-https").referencesAt("certificateArn"))
        .containsExactly(deployed.only(CERTIFICATE).urn());
    assertThat(resourcesBehind(Edge::certificateArn)).contains(VALIDATION);
  }

  private List<String> resourcesBehind(Function<Edge, Output<String>> output) {
    return EdgeFixture.read(
        args,
        edge ->
            Internal.of(output.apply(edge)).getDataAsync().join().getResources().stream()
                .map(Resource::pulumiResourceType)
                .toList());
  }

  @Test
  void validationByEmailLeavesTheDomainsRecordsAlone() {
    args.domain = "shop.example.com";
    args.validation = "email";
    Deployed deployed = deployed();

    assertThat(deployed.only(CERTIFICATE).inputs()).containsEntry("validationMethod", "EMAIL");
    assertThat(deployed.only(VALIDATION).inputs()).containsOnlyKeys("certificateArn");
    assertThat(deployed.all(RECORD)).isEmpty();
  }

  @Test
  void validationByEmailStillMakesTheAliasesWhereTheZoneIsKnown() {
    EdgeFixture.withDomain(args);
    args.validation = "email";

    assertThat(deployed().all(RECORD))
        .extracting(ResourceNode::name)
        .containsExactlyInAnyOrder("edge-apex", "edge-wildcard");
  }

  @Test
  void aCertificateThatIsThereAlreadyIsTakenAsItIs() {
    EdgeFixture.withDomain(args);
    args.certificateArn = OWN_CERTIFICATE;
    Deployed deployed = deployed();

    assertThat(deployed.all(CERTIFICATE)).isEmpty();
    assertThat(deployed.all(VALIDATION)).isEmpty();
    assertThat(deployed.get(LISTENER, "edge-https").inputs())
        .containsEntry("certificateArn", OWN_CERTIFICATE);
    assertThat(EdgeFixture.output(args, Edge::certificateArn)).isEqualTo(OWN_CERTIFICATE);
  }

  @Test
  void aCertificateWithoutDomainIsServedUnderTheLoadBalancersName() {
    args.certificateArn = OWN_CERTIFICATE;

    assertThat(deployed().all(LISTENER)).hasSize(2);
    assertThat(deployed().all(RECORD)).isEmpty();
    assertThat(EdgeFixture.output(args, Edge::url)).startsWith("https://edge-");
  }
}
