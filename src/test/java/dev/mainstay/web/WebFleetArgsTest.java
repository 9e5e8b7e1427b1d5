package dev.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Relaxation;
import dev.mainstay.config.SectionReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebFleetArgsTest {
  private final WebFleetArgs args = new WebFleetArgs();

  @Test
  void theDefaultsAreSecureAndSurviveTheLossOfAZone() {
    assertThat(args.instanceType()).isEqualTo("m7i.large");
    assertThat(args.subnets()).isEqualTo("private");
    assertThat(args.minInstances()).isEqualTo(2);
    assertThat(args.maxInstances()).isEqualTo(4);
    assertThat(args.requiredInstances()).isEqualTo(1);
    assertThat(args.rootVolumeGib()).isEqualTo(50);
    assertThat(args.rootDeviceName()).isEqualTo("/dev/sda1");
    assertThat(args.image())
        .isEqualTo("/aws/service/ami-windows-latest/Windows_Server-2025-English-Full-Base");
    assertThat(args.keyPair).isNull();
    assertThat(args.publicKey).isNull();
    assertThat(args.rdpCidrs()).isEmpty();
    assertThat(args.application).isNull();
    assertThat(args.userDataFile).isNull();
    assertThat(args.scales()).isFalse();
    assertThat(args.schedules()).isEmpty();
    assertThat(args.databaseConnectionsPerInstance()).isEqualTo(20);
    assertThat(args.bootSeconds()).isEqualTo(600);
    assertThat(args.targetProtocol()).isEqualTo("https");
    assertThat(args.healthPath()).isEqualTo("/health");
    assertThat(args.relaxations()).isEmpty();
    assertThat(args.problems()).isEmpty();
  }

  @Test
  void aLargerFleetMayBeAsLargeAsItsMinimum() {
    args.minInstances = 6;
    assertThat(args.maxInstances()).isEqualTo(6);
  }

  @Test
  void userDataOfOnesOwnIsExpectedToBootFaster() {
    args.userDataFile = "boot.sh";
    assertThat(args.bootSeconds()).isEqualTo(300);
  }

  @Test
  void everyKeyOfTheSectionReachesItsSetting() {
    var reader = new SectionReader();
    WebFleetArgs read = reader.read("mainstay:web", everyKey(), args);

    assertThat(reader.problems()).isEmpty();
    assertThat(everyKey()).containsOnlyKeys(SectionReader.shapeOf(WebFleetArgs.class).keySet());
    assertThat(read.instanceType()).isEqualTo("m7i.xlarge");
    assertThat(read.subnets()).isEqualTo("public");
    assertThat(read.minInstances()).isEqualTo(3);
    assertThat(read.maxInstances()).isEqualTo(9);
    assertThat(read.requiredInstances()).isEqualTo(2);
    assertThat(read.rootVolumeGib()).isEqualTo(80);
    assertThat(read.rootDeviceName()).isEqualTo("/dev/xvda");
    assertThat(read.image()).isEqualTo("ami-0123456789abcdef0");
    assertThat(read.keyPair).isEqualTo("operators");
    assertThat(read.publicKey).isEqualTo("web-servers.pub");
    assertThat(read.rdpCidrs()).containsExactly("203.0.113.7/32");
    assertThat(read.application.bucket).isEqualTo("releases");
    assertThat(read.application.key).isEqualTo("42.zip");
    assertThat(read.application.answersHealthChecks()).isTrue();
    assertThat(read.userDataFile).isEqualTo("pom.xml");
    assertThat(read.scaling().cpuPercent).isEqualTo(60);
    assertThat(read.scaling().requestsPerTarget).isEqualTo(1000);
    assertThat(read.schedules()).hasSize(1);
    assertThat(read.schedules().get(0).name).isEqualTo("mornings");
    assertThat(read.schedules().get(0).recurrence).isEqualTo("0 7 * * 1-5");
    assertThat(read.schedules().get(0).timeZone()).isEqualTo("Europe/Berlin");
    assertThat(read.schedules().get(0).minInstances(read)).isEqualTo(4);
    assertThat(read.schedules().get(0).maxInstances(read)).isEqualTo(8);
    assertThat(read.databaseConnectionsPerInstance()).isEqualTo(15);
    assertThat(read.bootSeconds()).isEqualTo(900);
  }

  @Test
  void aScheduleHasTheFleetsBoundsAndUtcUnlessToldOtherwise() {
    var schedule = new FleetScheduleArgs();

    assertThat(schedule.minInstances(args)).isEqualTo(2);
    assertThat(schedule.maxInstances(args)).isEqualTo(4);
    assertThat(schedule.timeZone()).isEqualTo("Etc/UTC");
  }

  @Test
  void publicServersAreARelaxation() {
    args.subnets = "public";
    assertThat(args.relaxations())
        .containsExactly(new Relaxation("subnets", "web servers have public addresses"));
  }

  @Test
  void remoteDesktopIsARelaxation() {
    args.rdpCidrs = List.of("203.0.113.7/32");
    assertThat(args.relaxations())
        .containsExactly(new Relaxation("rdpCidrs", "Remote Desktop is open to these ranges"));
  }

  @Test
  void aFleetThatDoesNotSurviveTheLossOfAZoneIsARelaxation() {
    var relaxation = new Relaxation("minInstances", "too few servers remain if a zone fails");

    args.minInstances = 1;
    assertThat(args.relaxations()).containsExactly(relaxation);
    args.minInstances = 3;
    assertThat(args.relaxations()).isEmpty();
    args.requiredInstances = 2;
    assertThat(args.relaxations()).containsExactly(relaxation);
  }

  private static Map<String, Object> everyKey() {
    return Map.ofEntries(
        Map.entry("instanceType", "m7i.xlarge"),
        Map.entry("subnets", "public"),
        Map.entry("minInstances", 3),
        Map.entry("maxInstances", 9),
        Map.entry("requiredInstances", 2),
        Map.entry("rootVolumeGib", 80),
        Map.entry("rootDeviceName", "/dev/xvda"),
        Map.entry("image", "ami-0123456789abcdef0"),
        Map.entry("keyPair", "operators"),
        Map.entry("publicKey", "web-servers.pub"),
        Map.entry("rdpCidrs", List.of("203.0.113.7/32")),
        Map.entry(
            "application",
            Map.of("bucket", "releases", "key", "42.zip", "answersHealthChecks", true)),
        Map.entry("userDataFile", "pom.xml"),
        Map.entry("scaling", Map.of("cpuPercent", 60, "requestsPerTarget", 1000)),
        Map.entry(
            "schedules",
            List.of(
                Map.of(
                    "name", "mornings",
                    "recurrence", "0 7 * * 1-5",
                    "timeZone", "Europe/Berlin",
                    "minInstances", 4,
                    "maxInstances", 8))),
        Map.entry("databaseConnectionsPerInstance", 15),
        Map.entry("bootSeconds", 900));
  }
}
