package dev.mainstay.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.resources.Resource;
import com.pulumi.test.PulumiTest;
import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
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

  private void withDomain() {
    args.domain = "shop.example.com";
    args.hostedZoneId = "Z0123456789ABCDEFGHIJ";
  }

  /** What {@code read} finds in the outputs of an edge, while its program runs. */
  private <T> T read(Function<Edge, T> read) {
    var found = new ArrayList<T>();
    Deployed.by(() -> found.add(read.apply(new Edge("edge", args, null))));
    return found.get(0);
  }

  private String output(Function<Edge, Output<String>> output) {
    return read(edge -> List.of(String.valueOf(PulumiTest.extractValue(output.apply(edge)))))
        .get(0);
  }

  @Test
  void theCertificateCoversTheDomainAndItsSubdomains() {
    withDomain();

    assertThat(deployed().only(CERTIFICATE).inputs())
        .containsEntry("domainName", "shop.example.com")
        .containsEntry("subjectAlternativeNames", List.of("*.shop.example.com"))
        .containsEntry("validationMethod", "DNS")
        .containsEntry("keyAlgorithm", "RSA_2048");
  }

  @Test
  void oneRecordValidatesTheDomainAndItsWildcard() {
    withDomain();
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
    withDomain();

    assertThat(deployed().get(LISTENER, "edge-https").inputs())
        .containsEntry("port", 443L)
        .containsEntry("protocol", "HTTPS")
        .containsEntry("sslPolicy", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
    assertThat(output(Edge::url)).isEqualTo("https://shop.example.com");
  }

  @Test
  void theListenerGetsTheCertificateOnlyOnceItIsValid() {
    withDomain();
    Deployed deployed = deployed();

    assertThat(deployed.get(LISTENER, "edge-https").referencesAt("certificateArn"))
        .containsExactly(deployed.only(CERTIFICATE).urn());
    assertThat(resourcesBehind(Edge::certificateArn)).contains(VALIDATION);
  }

  private List<String> resourcesBehind(Function<Edge, Output<String>> output) {
    return read(
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
    withDomain();
    args.validation = "email";

    assertThat(deployed().all(RECORD))
        .extracting(ResourceNode::name)
        .containsExactlyInAnyOrder("edge-apex", "edge-wildcard");
  }

  @Test
  void aCertificateThatIsThereAlreadyIsTakenAsItIs() {
    withDomain();
    args.certificateArn = OWN_CERTIFICATE;
    Deployed deployed = deployed();

    assertThat(deployed.all(CERTIFICATE)).isEmpty();
    assertThat(deployed.all(VALIDATION)).isEmpty();
    assertThat(deployed.get(LISTENER, "edge-https").inputs())
        .containsEntry("certificateArn", OWN_CERTIFICATE);
    assertThat(output(Edge::certificateArn)).isEqualTo(OWN_CERTIFICATE);
  }

  @Test
  void aCertificateWithoutDomainIsServedUnderTheLoadBalancersName() {
    args.certificateArn = OWN_CERTIFICATE;

    assertThat(deployed().all(LISTENER)).hasSize(2);
    assertThat(deployed().all(RECORD)).isEmpty();
    assertThat(output(Edge::url)).startsWith("https://edge-");
  }
}
