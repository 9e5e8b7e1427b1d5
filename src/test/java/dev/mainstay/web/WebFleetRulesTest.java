package dev.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebFleetRulesTest {
  private static final String LINUX =
      "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";

  private final WebFleetArgs args = new WebFleetArgs();

  @BeforeEach
  void aSoundStart() {
    assertThat(args.problems()).isEmpty();
  }

  private void assertRefused(String... messages) {
    assertThat(args.problems()).extracting(Problem::message).containsExactly(messages);
  }

  private void assertFine() {
    assertThat(args.problems()).isEmpty();
  }

  @Test
  void whatIsNoInstanceTypeIsRefused() {
    args.instanceType = "large";
    assertRefused("instanceType is \"large\"; allowed: an EC2 instance type, such as m7i.large");
  }

  @Test
  void anInstanceTypeThatIsNotKnownIsAllowed() {
    args.instanceType = "m99i.large";
    assertFine();
  }

  @Test
  void anArmTypeIsRefusedForWindowsAndAllowedForAnImageOfOnesOwn() {
    args.instanceType = "m7g.large";
    assertRefused(
        "instanceType is \"m7g.large\"; allowed: an x86_64 type, such as m7i.large: Windows does"
            + " not run on arm64");

    args.image = "ami-0123456789abcdef0";
    assertFine();
  }

  @Test
  void whatIsNeitherAnAmiNorAParameterIsRefused() {
    for (String image : List.of("ami-123", "windows", "resolve:ssm:/golden", "/")) {
      args.image = image;
      assertRefused(
          "image is \"%s\"; allowed: an AMI id such as ami-0123456789abcdef0, or the name of a Systems Manager parameter such as /aws/service/ami-windows-latest/Windows_Server-2025-English-Full-Base"
              .formatted(image));
    }
  }

  @Test
  void anotherPlatformNeedsUserDataOfItsOwn() {
    args.image = LINUX;
    assertRefused(
        "image is \"%s\"; allowed: an image of Windows; for another platform, set userDataFile"
            .formatted(LINUX));

    args.userDataFile = "pom.xml";
    args.instanceType = "m7g.large";
    args.rootVolumeGib = 8;
    args.bootSeconds = 60;
    assertFine();
  }

  @Test
  void aDiskThatIsTooSmallOrTooLargeForWindowsIsRefused() {
    for (int gib : new int[] {29, 2049}) {
      args.rootVolumeGib = gib;
      assertRefused("rootVolumeGib is %d; allowed: 30 to 2048 (GiB) with Windows".formatted(gib));
    }
    for (int gib : new int[] {30, 2048}) {
      args.rootVolumeGib = gib;
      assertFine();
    }
  }

  @Test
  void aDiskLargerThanAnyVolumeIsRefused() {
    args.image = "ami-0123456789abcdef0";
    args.rootVolumeGib = 65_537;
    assertRefused("rootVolumeGib is 65537; allowed: 1 to 65536 (GiB)");
    args.rootVolumeGib = 65_536;
    assertFine();
  }

  @Test
  void whatIsNoDeviceIsRefused() {
    args.rootDeviceName = "C:";
    assertRefused(
        "rootDeviceName is \"C:\"; allowed: a device name, such as /dev/sda1 or /dev/xvda");
  }

  @Test
  void aServerThatIsReplacedBeforeItCanBeReadyIsRefused() {
    args.bootSeconds = 299;
    assertRefused(
        "bootSeconds is 299; allowed: at least 300 seconds with Windows; Auto Scaling replaces"
            + " slower servers at boot");
    args.bootSeconds = 7201;
    assertRefused("bootSeconds is 7201; allowed: 60 to 7200 (seconds)");
  }

  @Test
  void aFleetOfNoneIsRefused() {
    args.minInstances = 0;
    assertRefused(
        "minInstances is 0; allowed: 1 to 500",
        "requiredInstances is 1; allowed: 1 to minInstances");
  }

  @Test
  void moreAtLeastThanAtMostIsRefused() {
    args.minInstances = 3;
    args.maxInstances = 2;
    assertRefused("maxInstances is 2; allowed: at least minInstances");
    args.maxInstances = 501;
    assertRefused("maxInstances is 501; allowed: 1 to 500");
  }

  @Test
  void moreServersRequiredThanThereAreIsRefused() {
    args.requiredInstances = 3;
    assertRefused("requiredInstances is 3; allowed: 1 to minInstances");
    args.requiredInstances = 0;
    assertRefused("requiredInstances is 0; allowed: 1 to minInstances");
  }

  @Test
  void noConnectionToTheDatabaseIsRefused() {
    args.databaseConnectionsPerInstance = 0;
    assertRefused("databaseConnectionsPerInstance is 0; allowed: 1 to 10000");
  }

  @Test
  void otherSubnetsAreRefused() {
    args.subnets = "pubic";
    assertRefused("subnets is \"pubic\"; allowed: private, public; did you mean public?");
  }

  @Test
  void remoteDesktopFromManyAddressesIsRefused() {
    args.rdpCidrs =
        List.of(
            "0.0.0.0/0", "0.0.0.0/1", "10.0.0.0/15", "::/0", "203.0.113.7", "203.0.113.7/24", "x");
    assertThat(args.problems())
        .hasSize(7)
        .extracting(Problem::message)
        .contains(
            "rdpCidrs is \"0.0.0.0/0\"; allowed: IPv4 ranges of /16 to /32 without host bits, such"
                + " as 203.0.113.7/32");

    args.rdpCidrs = List.of("203.0.113.7/32", "10.0.0.0/16");
    assertFine();
  }

  @Test
  void anEmptyKeyPairIsRefused() {
    args.keyPair = "";
    assertRefused("keyPair is \"\"; allowed: the name of a key pair, up to 255 characters");
  }

  @Test
  void anApplicationNeedsABucketAndAZipFile() {
    args.application = new ApplicationArgs();
    assertRefused(
        "application.bucket is not set; allowed: a bucket name",
        "application.key is not set; allowed: the key of a ZIP file, such as releases/42.zip");

    args.application.bucket = "Releases";
    args.application.key = "42.tar";
    assertRefused(
        "application.bucket is \"Releases\"; allowed: a bucket name",
        "application.key is \"42.tar\"; allowed: the key of a ZIP file, such as releases/42.zip");

    args.application.bucket = "releases";
    args.application.key = "42.zip";
    assertFine();
  }

  @Test
  void userDataThatIsNotThereIsRefused() {
    args.userDataFile = "no-such-file.sh";
    assertRefused("userDataFile is \"no-such-file.sh\"; allowed: a readable file");
  }

  @Test
  void userDataBeyondTheLimitIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("boot.sh"), new byte[16 * 1024]);
    args.userDataFile = file.toString();
    assertFine();

    Files.write(file, new byte[16 * 1024 + 1]);
    assertRefused("userDataFile is \"%s\"; allowed: a file of up to 16384 bytes".formatted(file));
  }
}
