package dev.mainstay.edge;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.acm.inputs.CertificateOptionsArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A certificate for the domain and its subdomains. The domain is the common name, the wildcard a
 * subject alternative name.
 */
final class CertificateOfDomain {
  private CertificateOfDomain() {}

  /**
   * The ARN of the certificate. It resolves once the certificate is valid. With email validation
   * the provider waits more than an hour for somebody to approve.
   */
  static Output<String> arnOnceValid(String name, EdgeArgs args, CustomResourceOptions child) {
    var certificate =
        new Certificate(
            name,
            CertificateArgs.builder()
                .domainName(args.domain)
                .subjectAlternativeNames("*." + args.domain)
                .keyAlgorithm("RSA_2048")
                .validationMethod(args.validation().toUpperCase(Locale.ROOT))
                .options(
                    CertificateOptionsArgs.builder()
                        .certificateTransparencyLoggingPreference("ENABLED")
                        .build())
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    var validation = CertificateValidationArgs.builder().certificateArn(certificate.arn());
    if (args.validation().equals(EdgeRules.DNS)) {
      validation.validationRecordFqdns(
          validationRecord(name, args, certificate, child).fqdn().applyValue(List::of));
    }
    return new CertificateValidation(name, validation.build(), child).certificateArn();
  }

  /** One record validates the domain and its wildcard. */
  private static Record validationRecord(
      String name, EdgeArgs args, Certificate certificate, CustomResourceOptions child) {
    return new Record(
        name + "-validation",
        RecordArgs.builder()
            .zoneId(args.hostedZoneId)
            .name(first(certificate, CertificateDomainValidationOption::resourceRecordName))
            .type("CNAME")
            .records(
                first(certificate, CertificateDomainValidationOption::resourceRecordValue)
                    .applyValue(List::of))
            .ttl(300)
            // All certificates of an account for this domain share the record.
            .allowOverwrite(true)
            .build(),
        child);
  }

  private static Output<String> first(
      Certificate certificate,
      Function<CertificateDomainValidationOption, Optional<String>> property) {
    return certificate
        .domainValidationOptions()
        .applyValue(options -> property.apply(options.get(0)).orElseThrow());
  }
}
