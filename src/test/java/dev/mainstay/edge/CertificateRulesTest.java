package dev.mainstay.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Problem;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificateRulesTest {
  private static final String CERTIFICATE =
      "arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555";

  private final EdgeArgs args = new EdgeArgs().region("eu-central-1");

  @BeforeEach
  void aSoundStart() {
    EdgeFixture.withDomain(args);
    assertThat(args.problems()).isEmpty();
  }

  private void assertRefused(String... messages) {
    assertThat(args.problems()).extracting(Problem::message).containsExactly(messages);
  }

  private void assertAllowed() {
    assertThat(args.problems()).isEmpty();
  }

  @Test
  void whatIsNoDomainIsRefused() {
    for (String domain :
        List.of(
            "",
            "shop",
            "Shop.example.com",
            "-shop.example.com",
            "shop-.example.com",
            "shop..example.com",
            "shop.example.com.",
            "shop.example.1",
            "https://shop.example.com",
            "a".repeat(64) + ".de",
            "a".repeat(31) + "." + "b".repeat(30) + ".de")) {
      args.domain = domain;
      assertRefused(
          "domain is \"%s\"; allowed: a lowercase domain of up to 64 characters, such as example.com"
              .formatted(domain));
    }
  }

  @Test
  void domainsOfUpToSixtyFourCharactersAreAllowed() {
    for (String domain :
        List.of("a.de", "xn--bcher-kva.example", "a".repeat(30) + "." + "b".repeat(30) + ".de")) {
      args.domain = domain;
      assertAllowed();
    }
    assertThat(args.domain).hasSize(64);
  }

  @Test
  void aWildcardIsRefusedSinceItIsCoveredAnyway() {
    args.domain = "*.example.com";
    assertRefused(
        "domain is \"*.example.com\"; allowed: a lowercase domain of up to 64 characters, such as"
            + " example.com; the certificate of example.com includes its subdomains");
  }

  @Test
  void anUnknownWayToValidateIsRefused() {
    args.validation = "http";
    assertRefused("validation is \"http\"; allowed: dns, email");
  }

  @Test
  void validationThroughDnsNeedsTheZone() {
    args.hostedZoneId = null;
    assertRefused(
        "hostedZoneId is not set; allowed: the id of the domain's Route 53 hosted zone; not"
            + " required with \"validation: email\" or a certificateArn");
  }

  @Test
  void validationByEmailAndAnOwnCertificateNeedNoZone() {
    args.hostedZoneId = null;
    args.validation = "email";
    assertAllowed();

    args.validation = null;
    args.certificateArn = CERTIFICATE;
    assertAllowed();
  }

  @Test
  void whatIsNoZoneIdIsRefused() {
    for (String id : List.of("", "example.com", "/hostedzone/Z0123456789", "z0123456789", "Z")) {
      args.hostedZoneId = id;
      assertRefused(
          "hostedZoneId is \"%s\"; allowed: the id of a Route 53 hosted zone, such as Z0123456789ABCDEFGHIJ"
              .formatted(id));
    }
  }

  @Test
  void aZoneWithoutDomainIsRefused() {
    args.domain = null;
    assertRefused("hostedZoneId is \"Z0123456789ABCDEFGHIJ\"; allowed: not set without a domain");
  }

  @Test
  void validationOfACertificateThatIsThereAlreadyIsRefused() {
    args.certificateArn = CERTIFICATE;
    args.validation = "dns";
    assertRefused(
        "validation is \"dns\"; allowed: not set without a certificate request, which requires a"
            + " domain and no certificateArn");
  }

  @Test
  void validationWithoutDomainIsRefused() {
    args.domain = null;
    args.hostedZoneId = null;
    args.validation = "email";
    assertRefused(
        "validation is \"email\"; allowed: not set without a certificate request, which requires a"
            + " domain and no certificateArn");
  }

  @Test
  void whatIsNoCertificateOfAcmIsRefused() {
    for (String arn :
        List.of(
            "",
            "11111111-2222-3333-4444-555555555555",
            "arn:aws:iam::123456789012:server-certificate/shop",
            "arn:aws:acm:eu-central-1:12345:certificate/11111111-2222-3333-4444-555555555555")) {
      args.certificateArn = arn;
      assertRefused(
          "certificateArn is \"%s\"; allowed: the ARN of an ACM certificate, arn:aws:acm:REGION:ACCOUNT:certificate/ID"
              .formatted(arn));
    }
  }

  @Test
  void aCertificateOfAnotherRegionIsRefused() {
    args.certificateArn = CERTIFICATE.replace("eu-central-1", "us-east-1");
    assertRefused(
        "certificateArn is"
            + " \"arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555\";"
            + " allowed: a certificate in the region of the load balancer; the region is"
            + " eu-central-1");
  }

  @Test
  void certificatesOfOtherPartitionsAreAllowed() {
    args.region("cn-north-1");
    args.certificateArn =
        CERTIFICATE.replace("arn:aws:", "arn:aws-cn:").replace("eu-central-1", "cn-north-1");
    assertAllowed();
  }
}
