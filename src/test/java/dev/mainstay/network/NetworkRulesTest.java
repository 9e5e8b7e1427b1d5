package dev.mainstay.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Problem;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

  @Test
  void oneZoneIsRefused() {
    args.availabilityZones = List.of("a");
    assertRefused("availabilityZones is [\"a\"]; allowed: two zones or more, each once");
  }

  @Test
  void theSameZoneTwiceIsRefused() {
    args.availabilityZones = List.of("a", "a");
    assertRefused("availabilityZones is [\"a\", \"a\"]; allowed: two zones or more, each once");
  }

  @Test
  void aZoneByItsFullNameIsRefused() {
    args.availabilityZones = List.of("a", "eu-central-1b");
    assertRefused(
        "availabilityZones is \"eu-central-1b\"; allowed: letters of zones, such as [a, b]");
  }

  @Test
  void aLetterThatTheRangeHasNoRoomForIsRefused() {
    args.cidr = "10.0.0.0/20";
    args.availabilityZones = List.of("d", "e");
    assertRefused(
        "availabilityZones is [\"d\", \"e\"]; allowed: letters that the address range has room for;"
            + " a /16 has room for every letter");
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
