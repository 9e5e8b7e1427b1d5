package dev.mainstay.edge;

import dev.mainstay.config.Rule;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for the configuration of the edge. */
final class EdgeRules {
  static final String DNS = "dns";

  static final List<String> SSL_POLICIES =
      List.of("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-2021-06");

  /** The limit of a certificate's common name. */
  private static final int LONGEST_DOMAIN = 64;

  private static final Pattern DOMAIN =
      Pattern.compile("((?!-)[a-z0-9-]{1,63}(?<!-)\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

  /** Reserved names: <a href="https://www.rfc-editor.org/rfc/rfc2606">RFC 2606</a>. */
  private static final Pattern RESERVED =
      Pattern.compile("(.+\\.)?(example\\.(com|net|org)|test|example|invalid|localhost)");

  private static final Pattern CERTIFICATE =
      Pattern.compile("arn:aws[a-z-]*:acm:(?<region>[a-z0-9-]+):[0-9]{12}:certificate/[0-9a-f-]+");

  static final List<Rule<EdgeArgs>> ALL =
      List.of(
          Rule.<EdgeArgs>of(
                  "domain",
                  args -> args.domain,
                  "a lowercase domain of up to 64 characters, such as example.com",
                  args -> args.domain == null || isDomain(args.domain))
              .advising(EdgeRules::withoutWildcard),
          Rule.oneOf("validation", EdgeArgs::validation, List.of(DNS, "email")),
          Rule.of(
              "validation",
              args -> args.validation,
              "not set without a certificate request, which requires a domain and no certificateArn",
              args -> args.validation == null || makesCertificate(args)),
          Rule.of(
              "hostedZoneId",
              args -> args.hostedZoneId,
              "the id of a Route 53 hosted zone, such as Z0123456789ABCDEFGHIJ",
              args -> args.hostedZoneId == null || args.hostedZoneId.matches("Z[A-Z0-9]{1,31}")),
          Rule.of(
              "hostedZoneId",
              args -> args.hostedZoneId,
              "not set without a domain",
              args -> args.hostedZoneId == null || args.domain != null),
          Rule.<EdgeArgs>of(
                  "hostedZoneId",
                  args -> args.hostedZoneId,
                  "the id of the domain's Route 53 hosted zone",
                  args ->
                      args.hostedZoneId != null
                          || !makesCertificate(args)
                          || !args.validation().equals(DNS))
              .advising(args -> "not required with \"validation: email\" or a certificateArn"),
          Rule.of(
              "certificateArn",
              args -> args.certificateArn,
              "the ARN of an ACM certificate, arn:aws:acm:REGION:ACCOUNT:certificate/ID",
              args ->
                  args.certificateArn == null
                      || CERTIFICATE.matcher(args.certificateArn).matches()),
          Rule.<EdgeArgs>of(
                  "certificateArn",
                  args -> args.certificateArn,
                  "a certificate in the region of the load balancer",
                  EdgeRules::isCertificateHere)
              .advising(args -> "the region is " + args.region),
          Rule.oneOf("sslPolicy", EdgeArgs::sslPolicy, SSL_POLICIES),
          Rule.oneOf("targetProtocol", EdgeArgs::targetProtocol, List.of("https", "http")),
          Rule.of(
              "healthPath",
              EdgeArgs::healthPath,
              "a path of up to 1024 characters that starts with /, such as /health",
              args -> args.healthPath().matches("/[A-Za-z0-9._~!$&()*+,;=:@%/?-]{0,1023}")),
          Rule.range("healthIntervalSeconds", EdgeArgs::healthIntervalSeconds, 5, 300, "seconds"),
          Rule.range("healthTimeoutSeconds", EdgeArgs::healthTimeoutSeconds, 2, 120, "seconds"),
          Rule.<EdgeArgs>of(
                  "healthTimeoutSeconds",
                  EdgeArgs::healthTimeoutSeconds,
                  "less than healthIntervalSeconds",
                  args -> args.healthTimeoutSeconds() < args.healthIntervalSeconds())
              .advising(args -> "healthIntervalSeconds is " + args.healthIntervalSeconds()),
          Rule.range("healthyThreshold", EdgeArgs::healthyThreshold, 2, 10, "checks"),
          Rule.range("unhealthyThreshold", EdgeArgs::unhealthyThreshold, 2, 10, "checks"),
          Rule.range("deregistrationSeconds", EdgeArgs::deregistrationSeconds, 0, 3600, "seconds"),
          Rule.range("stickinessSeconds", EdgeArgs::stickinessSeconds, 0, 604_800, "seconds"),
          Rule.range("idleTimeoutSeconds", EdgeArgs::idleTimeoutSeconds, 1, 4000, "seconds"),
          Rule.range(
              "rateLimitPer5Minutes",
              EdgeArgs::rateLimitPer5Minutes,
              10,
              2_000_000_000,
              "requests"),
          Rule.each(
              "allowedCidrs",
              EdgeArgs::allowedCidrs,
              "IPv4 ranges without host bits, such as 203.0.113.0/24",
              EdgeRules::isBlock),
          Rule.of(
              "allowedCidrs",
              EdgeArgs::allowedCidrs,
              "at least one range, each once",
              args ->
                  !args.allowedCidrs().isEmpty()
                      && new HashSet<>(args.allowedCidrs()).size() == args.allowedCidrs().size()));

  /** The rules for a deployment only; a plan does not require them. */
  static final List<Rule<EdgeArgs>> DEPLOYMENT =
      List.of(
          Rule.of(
              "domain",
              args -> args.domain,
              "your own domain; this one is reserved for examples",
              args -> args.domain == null || !RESERVED.matcher(args.domain).matches()));

  /** The rules for the component's name, the prefix of the load balancer's name. */
  static final List<Rule<String>> NAME =
      List.of(
          // Auto-naming adds 8 characters to name-web, the target group; AWS allows 32.
          Rule.of(
              "name",
              name -> name,
              "up to 20 letters, digits and inner hyphens; does not start with internal-",
              name -> name.matches("(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]{0,18}[A-Za-z0-9])?")));

  private EdgeRules() {}

  /** Whether the stack requests a certificate. */
  static boolean makesCertificate(EdgeArgs args) {
    return args.domain != null && args.certificateArn == null;
  }

  private static boolean isDomain(String domain) {
    return domain.length() <= LONGEST_DOMAIN && DOMAIN.matcher(domain).matches();
  }

  private static String withoutWildcard(EdgeArgs args) {
    return args.domain.startsWith("*.")
        ? "the certificate of " + args.domain.substring(2) + " includes its subdomains"
        : null;
  }

  private static boolean isCertificateHere(EdgeArgs args) {
    if (args.certificateArn == null || args.region == null) {
      return true;
    }
    var arn = CERTIFICATE.matcher(args.certificateArn);
    return !arn.matches() || arn.group("region").equals(args.region);
  }

  private static boolean isBlock(String cidr) {
    return Optional.ofNullable(new IPAddressString(cidr).getAddress())
        .filter(IPAddress::isIPv4)
        .filter(IPAddress::isPrefixed)
        .filter(IPAddress::isPrefixBlock)
        // AWS does not accept abbreviations such as 10.0/16.
        .filter(block -> block.toCanonicalString().equals(cidr))
        .isPresent();
  }
}
