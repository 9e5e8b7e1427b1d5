package dev.mainstay.web;

import dev.mainstay.config.Doubt;
import dev.mainstay.config.Rule;
import dev.mainstay.facts.InstanceType;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules for the configuration of the web servers. */
final class WebFleetRules {
  /** The size of AWS's Windows images; not verified, and larger ones exist. */
  private static final int WINDOWS_GIB = 30;

  /**
   * The partition table of Windows boot volumes has this limit: <a
   * href="https://docs.aws.amazon.com/ebs/latest/userguide/volume_constraints.html">EBS guide</a>.
   */
  private static final int WINDOWS_MOST_GIB = 2048;

  private static final int VOLUME_MOST_GIB = 65_536;

  /** Own limit: observed Windows servers were ready after 6 minutes. */
  private static final int WINDOWS_BOOT_SECONDS = 300;

  private static final int WIDEST_OPERATOR_RANGE_BITS = 16;
  static final int MOST_INSTANCES = 500;

  static final List<Rule<WebFleetArgs>> ALL =
      Stream.of(machines(), sizes(), access(), software(), FleetScalingRules.ALL)
          .<Rule<WebFleetArgs>>flatMap(List::stream)
          .toList();

  static final List<Doubt<WebFleetArgs>> DOUBTS =
      List.of(
          new Doubt<>(
              "instanceType",
              WebFleetArgs::instanceType,
              Doubt.UNKNOWN,
              args -> InstanceType.named(args.instanceType()).isEmpty()));

  private WebFleetRules() {}

  private static List<Rule<WebFleetArgs>> machines() {
    return List.of(
        Rule.of(
            "instanceType",
            WebFleetArgs::instanceType,
            "an EC2 instance type, such as m7i.large",
            args -> args.instanceType().matches("[a-z][a-z0-9-]*\\.[a-z0-9-]+")),
        Rule.of(
            "instanceType",
            WebFleetArgs::instanceType,
            "an x86_64 type, such as m7i.large: Windows does not run on arm64",
            args -> !args.bootImage().isKnownWindows() || !isArm(args.instanceType())),
        Rule.of(
            "image",
            WebFleetArgs::image,
            "an AMI id such as ami-0123456789abcdef0, or the name of a Systems Manager parameter"
                + " such as /aws/service/ami-windows-latest/Windows_Server-2025-English-Full-Base",
            args -> args.bootImage().isAmi() || args.bootImage().isParameter()),
        Rule.<WebFleetArgs>of(
                "image",
                WebFleetArgs::image,
                "an image of Windows",
                args -> !args.bootImage().isKnownOtherPlatform() || args.userDataFile != null)
            .advising(args -> "for another platform, set userDataFile"),
        Rule.range("rootVolumeGib", WebFleetArgs::rootVolumeGib, 1, VOLUME_MOST_GIB, "GiB"),
        Rule.of(
            "rootVolumeGib",
            WebFleetArgs::rootVolumeGib,
            "%d to %d (GiB) with Windows".formatted(WINDOWS_GIB, WINDOWS_MOST_GIB),
            args -> !args.bootImage().isKnownWindows() || fitsWindows(args.rootVolumeGib())),
        Rule.of(
            "rootDeviceName",
            WebFleetArgs::rootDeviceName,
            "a device name, such as /dev/sda1 or /dev/xvda",
            args -> args.rootDeviceName().matches("/dev/(sd[a-z][0-9]{0,2}|xvd[a-z]{1,2})")),
        Rule.range("bootSeconds", WebFleetArgs::bootSeconds, 60, 7200, "seconds"),
        Rule.of(
            "bootSeconds",
            WebFleetArgs::bootSeconds,
            "at least %d seconds with Windows; Auto Scaling replaces slower servers at boot"
                .formatted(WINDOWS_BOOT_SECONDS),
            args ->
                !args.bootImage().isKnownWindows() || args.bootSeconds() >= WINDOWS_BOOT_SECONDS));
  }

  private static List<Rule<WebFleetArgs>> sizes() {
    return List.of(
        Rule.range("minInstances", WebFleetArgs::minInstances, 1, MOST_INSTANCES, ""),
        Rule.range("maxInstances", WebFleetArgs::maxInstances, 1, MOST_INSTANCES, ""),
        Rule.of(
            "maxInstances",
            WebFleetArgs::maxInstances,
            "at least minInstances",
            args -> args.maxInstances() >= args.minInstances()),
        Rule.of(
            "requiredInstances",
            WebFleetArgs::requiredInstances,
            "1 to minInstances",
            args ->
                args.requiredInstances() >= 1 && args.requiredInstances() <= args.minInstances()),
        Rule.range(
            "databaseConnectionsPerInstance",
            WebFleetArgs::databaseConnectionsPerInstance,
            1,
            10_000,
            ""));
  }

  private static List<Rule<WebFleetArgs>> access() {
    return List.of(
        Rule.oneOf("subnets", WebFleetArgs::subnets, List.of("private", "public")),
        Rule.each(
            "rdpCidrs",
            WebFleetArgs::rdpCidrs,
            "IPv4 ranges of /%d to /32 without host bits, such as 203.0.113.7/32"
                .formatted(WIDEST_OPERATOR_RANGE_BITS),
            WebFleetRules::isOperatorRange),
        Rule.of(
            "rdpCidrs",
            WebFleetArgs::rdpCidrs,
            "each range once",
            args -> new HashSet<>(args.rdpCidrs()).size() == args.rdpCidrs().size()),
        Rule.of(
            "keyPair",
            args -> args.keyPair,
            "the name of a key pair, up to 255 characters",
            args -> args.keyPair == null || args.keyPair.matches("[\\x20-\\x7e]{1,255}")),
        Rule.of(
            "publicKey",
            args -> PublicKey.shown(args.publicKey),
            "the path of a public key file, or an OpenSSH key: RSA with 2048 or 4096 bits, Ed25519",
            whenSet(args -> args.publicKey, setting -> PublicKey.of(setting).isPresent())),
        Rule.of(
            "publicKey",
            args -> PublicKey.shown(args.publicKey),
            "an RSA key with Windows, which cannot encrypt its password for other keys",
            args ->
                args.publicKey == null
                    || args.userDataFile != null
                    || PublicKey.of(args.publicKey).map(PublicKey::isRsa).orElse(true)),
        Rule.of(
            "publicKey",
            args -> PublicKey.shown(args.publicKey),
            "not set together with keyPair, which names an existing key pair",
            args -> args.publicKey == null || args.keyPair == null));
  }

  private static List<Rule<WebFleetArgs>> software() {
    return List.of(
        Rule.of(
            "application.bucket",
            args -> args.application.bucket,
            "a bucket name",
            whenSet(
                args -> args.application,
                application ->
                    application.bucket != null
                        && application.bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"))),
        Rule.of(
            "application.key",
            args -> args.application.key,
            "the key of a ZIP file, such as releases/42.zip",
            whenSet(
                args -> args.application,
                application ->
                    application.key != null && application.key.matches("[\\x20-\\x7e]+\\.zip"))),
        Rule.of(
            "userDataFile",
            args -> args.userDataFile,
            "a readable file",
            whenSet(args -> args.userDataFile, file -> UserData.bytesIn(file).isPresent())),
        Rule.of(
            "userDataFile",
            args -> args.userDataFile,
            "a file of up to %d bytes".formatted(UserData.MOST_BYTES),
            whenSet(
                args -> args.userDataFile,
                file ->
                    UserData.bytesIn(file).stream()
                        .allMatch(bytes -> bytes.length <= UserData.MOST_BYTES))));
  }

  private static boolean fitsWindows(int gib) {
    return gib >= WINDOWS_GIB && gib <= WINDOWS_MOST_GIB;
  }

  private static <T> Predicate<WebFleetArgs> whenSet(
      Function<WebFleetArgs, T> value, Predicate<T> holds) {
    return args -> value.apply(args) == null || holds.test(value.apply(args));
  }

  private static boolean isArm(String instanceType) {
    return InstanceType.named(instanceType)
        .filter(type -> type.architecture().equals("arm64"))
        .isPresent();
  }

  /** So narrow that hundreds of entries cover only a small part of the internet. */
  private static boolean isOperatorRange(String cidr) {
    IPAddress range = new IPAddressString(cidr).getAddress();
    return range != null
        && range.isIPv4()
        && range.isPrefixBlock()
        && range.getNetworkPrefixLength() >= WIDEST_OPERATOR_RANGE_BITS;
  }
}
