package dev.mainstay.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Problem;
import dev.mainstay.config.Rule;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EdgeRulesTest {
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
  void anOldTlsPolicyIsRefused() {
    args.sslPolicy = "ELBSecurityPolicy-2016-08";
    assertRefused(
        "sslPolicy is \"ELBSecurityPolicy-2016-08\"; allowed:"
            + " ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-2021-06");
  }

  @Test
  void anUnknownTargetProtocolIsRefused() {
    args.targetProtocol = "HTTPS";
    assertRefused("targetProtocol is \"HTTPS\"; allowed: https, http; did you mean https?");
  }

  @Test
  void aHealthPathWithoutSlashIsRefused() {
    for (String path : List.of("", "health", "https://shop/health")) {
      args.healthPath = path;
      assertRefused(
          "healthPath is \"%s\"; allowed: a path of up to 1024 characters that starts with /, such as /health"
              .formatted(path));
    }
  }

  @Test
  void aHealthPathBeyondTheLimitIsRefusedAndShownShortened() {
    args.healthPath = "/" + "a".repeat(1024);
    assertRefused(
        "healthPath is \"/%s ... %s\"; allowed: a path of up to 1024 characters that starts with /, such as /health"
            .formatted("a".repeat(56), "a".repeat(56)));
  }

  @Test
  void theLongestHealthPathIsAllowed() {
    args.healthPath = "/" + "a".repeat(1023);
    assertAllowed();
  }

  @Test
  void aHealthCheckThatTakesAsLongAsItsIntervalIsRefused() {
    args.healthTimeoutSeconds = 10;
    assertRefused(
        "healthTimeoutSeconds is 10; allowed: less than healthIntervalSeconds;"
            + " healthIntervalSeconds is 10");
  }

  @Test
  void numbersOutsideTheirRangeAreRefused() {
    assertRange(
        "healthIntervalSeconds", (it, value) -> it.healthIntervalSeconds = value, 6, 300, 301);
    assertRange("healthyThreshold", (it, value) -> it.healthyThreshold = value, 2, 10, 11);
    assertRange("unhealthyThreshold", (it, value) -> it.unhealthyThreshold = value, 2, 10, 11);
    assertRange(
        "deregistrationSeconds", (it, value) -> it.deregistrationSeconds = value, 0, 3600, 3601);
    assertRange(
        "stickinessSeconds", (it, value) -> it.stickinessSeconds = value, 0, 604_800, 604_801);
    assertRange("idleTimeoutSeconds", (it, value) -> it.idleTimeoutSeconds = value, 1, 4000, 4001);
    assertRange(
        "rateLimitPer5Minutes",
        (it, value) -> it.rateLimitPer5Minutes = value,
        10,
        2_000_000_000,
        2_000_000_001);
  }

  private static final Map<String, String> RANGES =
      Map.of(
          "healthIntervalSeconds", "5 to 300 (seconds)",
          "healthyThreshold", "2 to 10 (checks)",
          "unhealthyThreshold", "2 to 10 (checks)",
          "deregistrationSeconds", "0 to 3600 (seconds)",
          "stickinessSeconds", "0 to 604800 (seconds)",
          "idleTimeoutSeconds", "1 to 4000 (seconds)",
          "rateLimitPer5Minutes", "10 to 2000000000 (requests)");

  private static void assertRange(
      String key, BiConsumer<EdgeArgs, Integer> set, int lowest, int highest, int beyond) {
    var each = new EdgeArgs().region("eu-central-1");
    for (int allowed : List.of(lowest, highest)) {
      set.accept(each, allowed);
      assertThat(each.problems()).as("%s %d", key, allowed).isEmpty();
    }
    set.accept(each, beyond);
    assertThat(each.problems())
        .extracting(Problem::message)
        .containsExactly("%s is %d; allowed: %s".formatted(key, beyond, RANGES.get(key)));
  }

  @Test
  void numbersBelowTheirRangeAreRefused() {
    args.healthIntervalSeconds = 4;
    args.healthTimeoutSeconds = 1;
    args.healthyThreshold = 1;
    args.unhealthyThreshold = 1;
    args.deregistrationSeconds = -1;
    args.stickinessSeconds = -1;
    args.idleTimeoutSeconds = 0;
    args.rateLimitPer5Minutes = 9;
    assertRefused(
        "healthIntervalSeconds is 4; allowed: 5 to 300 (seconds)",
        "healthTimeoutSeconds is 1; allowed: 2 to 120 (seconds)",
        "healthyThreshold is 1; allowed: 2 to 10 (checks)",
        "unhealthyThreshold is 1; allowed: 2 to 10 (checks)",
        "deregistrationSeconds is -1; allowed: 0 to 3600 (seconds)",
        "stickinessSeconds is -1; allowed: 0 to 604800 (seconds)",
        "idleTimeoutSeconds is 0; allowed: 1 to 4000 (seconds)",
        "rateLimitPer5Minutes is 9; allowed: 10 to 2000000000 (requests)");
  }

  @Test
  void aHealthCheckOfMoreThanTwoMinutesIsRefused() {
    args.healthIntervalSeconds = 300;
    args.healthTimeoutSeconds = 120;
    assertAllowed();

    args.healthTimeoutSeconds = 121;
    assertRefused("healthTimeoutSeconds is 121; allowed: 2 to 120 (seconds)");
  }

  @Test
  void whatIsNoBlockOfAddressesIsRefused() {
    for (String cidr :
        List.of("", "203.0.113.7", "203.0.113.7/24", "203.0.113.0/33", "10.0/16", "::/0", "any")) {
      args.allowedCidrs = List.of("192.0.2.0/24", cidr);
      assertRefused(
          "allowedCidrs is \"%s\"; allowed: IPv4 ranges without host bits, such as 203.0.113.0/24"
              .formatted(cidr));
    }
  }

  @Test
  void blocksAndSingleAddressesAreAllowed() {
    args.allowedCidrs = List.of("0.0.0.0/0", "203.0.113.0/24", "198.51.100.7/32");
    assertAllowed();
  }

  @Test
  void noBlockOrOneTwiceIsRefused() {
    args.allowedCidrs = List.of();
    assertRefused("allowedCidrs is []; allowed: at least one range, each once");

    args.allowedCidrs = List.of("192.0.2.0/24", "192.0.2.0/24");
    assertRefused(
        "allowedCidrs is [\"192.0.2.0/24\", \"192.0.2.0/24\"]; allowed: at least one range, each"
            + " once");
  }

  @Test
  void domainsOfExamplesCanBePlannedButNotDeployed() {
    for (String domain :
        List.of(
            "example.com",
            "www.example.org",
            "example.net",
            "shop.test",
            "shop.example",
            "shop.invalid",
            "shop.localhost")) {
      args.domain = domain;
      assertAllowed();
      assertThat(args.deploymentProblems())
          .extracting(Problem::message)
          .containsExactly(
              "domain is \"%s\"; allowed: your own domain; this one is reserved for examples"
                  .formatted(domain));
    }
  }

  @Test
  void domainsThatOnlyLookLikeThoseOfExamplesCanBeDeployed() {
    for (String domain :
        List.of("notexample.com", "example.com.au", "example.de", "test.de", "contest.com")) {
      args.domain = domain;
      assertThat(args.deploymentProblems()).isEmpty();
    }
    args.domain = null;
    assertThat(args.deploymentProblems()).isEmpty();
  }

  @Test
  void aComponentWithANameThatHasNoRoomIsRefused() {
    for (String name : List.of("internal-web", "edge-", "e_1", "e".repeat(21), "")) {
      assertThat(Rule.check(EdgeRules.NAME, name))
          .extracting(Problem::message)
          .containsExactly(
              "name is \"%s\"; allowed: up to 20 letters, digits and inner hyphens; does not start"
                      .formatted(name)
                  + " with internal-");
    }
    assertThat(Rule.check(EdgeRules.NAME, "e".repeat(20))).isEmpty();
    assertThat(Rule.check(EdgeRules.NAME, "e")).isEmpty();
  }
}
