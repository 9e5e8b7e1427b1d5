package dev.mainstay.simulator;

import static dev.mainstay.simulator.AwsRule.require;

import java.util.Locale;

/** Names of certificates and records, and the zones they belong to. */
final class DnsRules implements AwsRule {
  private static final int MOST_NAMES = 10;

  @Override
  public void check(Proposal proposal, Account account) {
    switch (proposal.type()) {
      case "aws:route53/record:Record" -> checkRecord(proposal, account);
      case "aws:acm/certificate:Certificate" ->
          require(
              proposal.texts("subjectAlternativeNames").size() < MOST_NAMES,
              "LimitExceededException: a certificate has at most 10 names");
      case "aws:acm/certificateValidation:CertificateValidation" ->
          checkValidation(proposal, account);
      default -> {}
    }
  }

  private static void checkRecord(Proposal proposal, Account account) {
    var zone = account.find("aws:route53/zone:Zone", proposal.text("zoneId")).orElseThrow();
    var domain = bare(zone.text("name"));
    var name = bare(proposal.text("name"));
    require(
        name.equals(domain) || name.endsWith("." + domain),
        "InvalidChangeBatch: RRSet with DNS name %s. is not permitted in zone %s."
            .formatted(name, domain));
    require(
        !(name.equals(domain) && proposal.text("type").equals("CNAME")),
        "InvalidChangeBatch: RRSet of type CNAME with DNS name %s. is not permitted at apex in zone %s."
            .formatted(name, domain));
    require(
        proposal.has("aliases") != proposal.has("records"),
        "InvalidInput: a record has either an alias or values");
    require(proposal.has("aliases") || proposal.has("ttl"), "InvalidInput: Missing field 'TTL'");
  }

  /** Waits for what a public resolver would find; no answer ever comes from a private zone. */
  private static void checkValidation(Proposal proposal, Account account) {
    var certificate =
        account.all("aws:acm/certificate:Certificate").stream()
            .filter(it -> it.text("arn").equals(proposal.text("certificateArn")))
            .findFirst()
            .orElseThrow();
    if (certificate.get("domainValidationOptions") instanceof java.util.List<?> options) {
      options.forEach(option -> checkProof(Trees.asMap(option), account));
    }
  }

  private static void checkProof(java.util.Map<String, Object> option, Account account) {
    var wanted = bare((String) option.get("resourceRecordName"));
    var proven =
        account.all("aws:route53/record:Record").stream()
            .filter(record -> bare(record.text("name")).equals(wanted))
            .flatMap(
                record -> account.find("aws:route53/zone:Zone", record.text("zoneId")).stream())
            .anyMatch(zone -> !zone.flag("privateZone") && zone.get("vpcs") == null);
    require(
        proven,
        "timeout while waiting for state to become 'ISSUED' (last state: 'PENDING_VALIDATION'): no public record "
            + wanted);
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }
}
