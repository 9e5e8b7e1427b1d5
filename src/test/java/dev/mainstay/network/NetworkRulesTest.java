package dev.mainstay.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Problem;
import dev.mainstay.config.Warning;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRulesTest {
  private final NetworkArgs args = new NetworkArgs().region("eu-central-1");

  @BeforeEach
  void aSoundStart() {
    assertThat(args.problems()).isEmpty();
  }

  private void assertRefused(String... messages) {
    assertThat(args.problems()).extracting(Problem::message).containsExactly(messages);
  }

  @Test
  void anAddressRangeOutsideTheBoundsIsRefused() {
    for (String cidr :
        List.of("10.0.0.0/15", "10.0.0.0/21", "10.0.0.0", "10.0.0.1/16", "fd00::/16", "x/16")) {
      args.cidr = cidr;
      assertRefused(
          "cidr is \"%s\"; allowed: an IPv4 block of /16 to /20 without host bits, such as 10.0.0.0/16"
              .formatted(cidr));
    }
  }

  @Test
  void theWidestAndTheNarrowestRangeAreAllowed() {
    for (String cidr : List.of("10.0.0.0/16", "192.168.16.0/20")) {
      args.cidr = cidr;
      assertThat(args.problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/16",
        "172.31.0.0/16",
        "192.168.0.0/20",
        "100.64.0.0/16",
        "100.127.240.0/20"
      })
  void aPrivateRangeIsAccepted(String cidr) {
    args.cidr = cidr;
    assertThat(args.problems()).isEmpty();
    assertThat(args.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.8.0.0/16", "172.32.0.0/16", "192.169.0.0/16", "100.128.0.0/16", "11.0.0.0/20"})
  void aPublicRangeIsAWarning(String cidr) {
    args.cidr = cidr;
    assertThat(args.problems()).isEmpty();
    assertThat(args.warnings())
        .extracting(Warning::message)
        .containsExactly(
            "cidr is \"%s\"; public addresses: use 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or"
                    .formatted(cidr)
                + " 100.64.0.0/10; the VPC cannot reach internet hosts with these addresses");
  }

  @Test
  void oneZoneIsRefused() {
    args.availabilityZones = List.of("a");
    assertRefused("availabilityZones is [\"a\"]; allowed: at least two different zones");
  }

  @Test
  void theSameZoneTwiceIsRefused() {
    args.availabilityZones = List.of("a", "a");
    assertRefused("availabilityZones is [\"a\", \"a\"]; allowed: at least two different zones");
  }

  @Test
  void aZoneByItsFullNameIsRefused() {
    args.availabilityZones = List.of("a", "eu-central-1b");
    assertRefused("availabilityZones is \"eu-central-1b\"; allowed: zone letters, such as [a, b]");
  }

  @Test
  void aLetterThatTheRangeHasNoRoomForIsRefused() {
    args.cidr = "10.0.0.0/20";
    args.availabilityZones = List.of("d", "e");
    assertRefused(
        "availabilityZones is [\"d\", \"e\"]; allowed: zones for which the CIDR range has subnets;"
            + " a /16 range has subnets for every letter");
    args.availabilityZones = List.of("c", "d");
    assertThat(args.problems()).isEmpty();
  }

  @Test
  void anUnknownNatIsRefusedWithTheNearestOne() {
    args.nat = "perzone";
    assertRefused(
        "nat is \"perzone\"; allowed: perZone, single, instance, none; did you mean perZone?");
  }

  @Test
  void theFirstTwoZonesOfARegionAreTheDefaultEvenWhereTheyAreNotAAndB() {
    assertThat(new NetworkArgs().region("ap-northeast-1").availabilityZones())
        .containsExactly("a", "c");
  }

  @Test
  void aNatInstanceOfNoTypeIsRefused() {
    for (String type : List.of("nano", "T4G.nano", "")) {
      args.natInstanceType = type;
      assertRefused(
          "natInstanceType is \"%s\"; allowed: an EC2 instance type, such as t4g.nano"
              .formatted(type));
    }
  }
}
