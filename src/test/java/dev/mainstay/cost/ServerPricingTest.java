package dev.mainstay.cost;

import static dev.mainstay.cost.Estimate.in;
import static dev.mainstay.cost.Estimate.lines;
import static dev.mainstay.cost.Estimate.notPriced;
import static dev.mainstay.graph.HandMade.graph;
import static dev.mainstay.graph.HandMade.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.HandMade;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ServerPricingTest {
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String GROUP = "aws:autoscaling/group:Group";

  private static Map<String, Object> template(Map<String, Object> more) {
    var inputs = new TreeMap<String, Object>(more);
    inputs.putIfAbsent("instanceType", "m6i.large");
    inputs.putIfAbsent(
        "imageId", "resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2025");
    inputs.putIfAbsent(
        "blockDeviceMappings",
        List.of(Map.of("ebs", Map.of("volumeSize", 50L, "volumeType", "gp3"))));
    return inputs;
  }

  private static HandMade fleet(Map<String, Object> template, Map<String, Object> group) {
    return in("eu-central-1")
        .with(TEMPLATE, "web", template(template))
        .with(GROUP, "web", group, to("launchTemplate.id", TEMPLATE, "web"));
  }

  @Test
  void aFleetCostsWhatItsLeastServersCost() {
    assertThat(lines(fleet(Map.of(), Map.of("minSize", 2L, "maxSize", 6L))))
        .containsExactly(
            "2 x m6i.large: 1460 hour x 0.115 = 167.90 (2 of at most 6 servers)",
            "Windows licence of 2 x m6i.large: 1460 hour x 0.092 = 134.32"
                + " (2 of at most 6 servers)",
            "2 x 50 GiB of gp3: 100 gb-month x 0.0952 = 9.52 (2 of at most 6 servers)");
  }

  @Test
  void aFleetOfFixedSizeAssumesNothing() {
    assertThat(
            lines(
                fleet(
                    Map.of(
                        "imageId",
                        "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023",
                        "networkInterfaces",
                        List.of(Map.of("associatePublicIpAddress", "true"))),
                    Map.of("minSize", 1L, "maxSize", 1L))))
        .containsExactly(
            "1 x m6i.large: 730 hour x 0.115 = 83.95",
            "1 x 50 GiB of gp3: 50 gb-month x 0.0952 = 4.76",
            "public IPv4 addresses of servers: 730 hour x 0.005 = 3.65");
  }

  @Test
  void userDataTellsThePlatformOfAnImageOfOnesOwn() {
    var one = Map.<String, Object>of("minSize", 1L, "maxSize", 2L);
    String windows = "\n<powershell>iisreset</powershell>";
    String encoded =
        Base64.getEncoder()
            .encodeToString("<script>iisreset</script>".getBytes(StandardCharsets.UTF_8));

    assertThat(lines(fleet(Map.of("imageId", "ami-1", "userData", windows), one)).get(1))
        .startsWith("Windows licence of 1 x m6i.large:");
    assertThat(lines(fleet(Map.of("imageId", "ami-1", "userData", encoded), one)).get(1))
        .startsWith("Windows licence of 1 x m6i.large:");
    assertThat(lines(fleet(Map.of("imageId", "ami-1", "userData", "#!/bin/sh"), one)).get(0))
        .isEqualTo(
            "1 x m6i.large: 730 hour x 0.115 = 83.95"
                + " (1 of at most 2 servers; a Linux without a licence fee)");
    assertThat(lines(fleet(Map.of("imageId", "ami-1", "userData", "#cloud-config"), one)).get(0))
        .startsWith("1 x m6i.large:");
    assertThat(notPriced(fleet(Map.of("imageId", "ami-1", "userData", "?"), one)))
        .containsExactly(
            "1 x m6i.large: neither image nor user data show whether a Windows licence is paid"
                + " for");
  }

  @Test
  void whatIsNotKnownOfAFleetIsSaid() {
    var one = Map.<String, Object>of("minSize", 1L);

    assertThat(notPriced(in("us-east-1").with(GROUP, "web", one)))
        .containsExactly("servers: their number or their type is not known");
    assertThat(notPriced(fleet(Map.of(), Map.of())))
        .containsExactly("servers: their number or their type is not known");
    assertThat(notPriced(fleet(Map.of(), Map.of("minSize", 0L))))
        .containsExactly("servers: the group may be empty");
    assertThat(
            notPriced(
                fleet(
                    Map.of(
                        "monitoring",
                        Map.of("enabled", true),
                        "blockDeviceMappings",
                        List.of(Map.of("ebs", Map.of()), Map.of("ebs", Map.of("volumeSize", 9L)))),
                    one)))
        .containsExactly(
            "volumes: their size is that of the image",
            "1 x 9 GiB: the type of the volume is not known");
    assertThat(notPriced(fleet(Map.of("blockDeviceMappings", List.of()), one)))
        .containsExactly("root volumes: their size is that of the image");
  }

  @Test
  void theTemplateIsFoundAmongWhateverElseAGroupNames() {
    String pet = "random:index/randomPet:RandomPet";
    var graph =
        in("eu-central-1")
            .with(pet, "name", Map.of())
            .with(TEMPLATE, "web", template(Map.of()))
            .with(
                GROUP,
                "web",
                Map.of("minSize", 1L),
                to("launchTemplate.name", pet, "name"),
                to("launchTemplate.id", TEMPLATE, "web"));

    assertThat(lines(graph))
        .containsExactly(
            "1 x m6i.large: 730 hour x 0.115 = 83.95",
            "Windows licence of 1 x m6i.large: 730 hour x 0.092 = 67.16",
            "1 x 50 GiB of gp3: 50 gb-month x 0.0952 = 4.76");
  }

  @Test
  void theSpeedThatIsIncludedInAVolumeIsNotNamed() {
    var ebs = Map.of("volumeSize", 9L, "volumeType", "gp3", "iops", 3_000L, "throughput", 125L);

    assertThat(
            notPriced(
                fleet(
                    Map.of("blockDeviceMappings", List.of(Map.of("ebs", ebs))),
                    Map.of("minSize", 1L))))
        .isEmpty();
  }

  @Test
  void fastVolumesCostMoreThanTheirSize() {
    for (var fast : List.of(Map.of("iops", 3_001L), Map.of("throughput", 126L))) {
      var ebs = new HashMap<String, Object>(fast);
      ebs.put("volumeSize", 9L);
      ebs.put("volumeType", "gp3");
      assertThat(
              lines(
                  fleet(
                      Map.of("blockDeviceMappings", List.of(Map.of("ebs", ebs))),
                      Map.of("minSize", 2L))))
          .contains(
              fast.containsKey("iops")
                  ? "IOPS beyond the 3000 included: 2 iops-month x 0.006 = 0.01"
                  : "MiB/s beyond the 125 included: 2 mibps-month x 0.0476 = 0.10");
    }
  }

  @Test
  void provisionedSpeedIsPricedByTheOperation() {
    var mapping = Map.of("volumeSize", 9L, "volumeType", "io2", "iops", 100L);

    assertThat(
            lines(
                fleet(
                    Map.of("blockDeviceMappings", List.of(Map.of("ebs", mapping))),
                    Map.of("minSize", 2L))))
        .contains(
            "2 x 9 GiB of io2: 18 gb-month x 0.149 = 2.68",
            "IOPS of io2: 200 iops-month x 0.078 = 15.60");
  }

  @Test
  void whatAServerOfItsOwnMayCostBesidesIsNamed() {
    var graph =
        in("us-east-1")
            .with(
                "aws:ec2/instance:Instance",
                "files",
                Map.of(
                    "instanceType",
                    "t3.micro",
                    "userData",
                    "#!",
                    "monitoring",
                    true,
                    "rootBlockDevice",
                    Map.of("volumeSize", 8L, "volumeType", "gp3"),
                    "ebsBlockDevices",
                    List.of(
                        Map.of("volumeSize", 100L, "volumeType", "gp3"),
                        Map.of("snapshotId", "snap-1"))));

    assertThat(lines(graph))
        .contains(
            "1 x 8 GiB of gp3: 8 gb-month x 0.08 = 0.64",
            "1 x 100 GiB of gp3: 100 gb-month x 0.08 = 8.00",
            "detailed monitoring, per metric: 7 month x 0.3 = 2.10");
    assertThat(notPriced(graph)).containsExactly("volumes: their size is that of the image");
  }

  @Test
  void aServerOfItsOwnIsPricedLikeOneOfAFleet() {
    String server = "aws:ec2/instance:Instance";
    var graph =
        in("us-east-1")
            .with(
                server,
                "bastion",
                Map.of(
                    "instanceType",
                    "t3.micro",
                    "ami",
                    "ami-1",
                    "userDataBase64",
                    "IyEvYmluL3No",
                    "associatePublicIpAddress",
                    true,
                    "rootBlockDevice",
                    Map.of("volumeSize", 8L, "volumeType", "gp3", "iops", 3_000L)))
            .with(server, "bare", Map.of("instanceType", "t3.micro", "userData", "#!"))
            .with(server, "typeless", Map.of());

    assertThat(lines(graph))
        .containsExactly(
            "1 x t3.micro: 730 hour x 0.0104 = 7.59 (a Linux without a licence fee)",
            "1 x 8 GiB of gp3: 8 gb-month x 0.08 = 0.64",
            "public IPv4 addresses of servers: 730 hour x 0.005 = 3.65",
            "1 x t3.micro: 730 hour x 0.0104 = 7.59 (a Linux without a licence fee)");
    assertThat(notPriced(graph))
        .containsExactly(
            "root volume: its size is that of the image", "server: its type is not known");
  }

  @Test
  void aGroupHasTheServersItIsToHave() {
    assertThat(lines(fleet(Map.of(), Map.of("minSize", 0L, "desiredCapacity", 3L, "maxSize", 3L))))
        .contains("3 x m6i.large: 2190 hour x 0.115 = 251.85");
  }

  @Test
  void whatIsNotPaidByTheListPriceIsNotIncluded() {
    var two = Map.<String, Object>of("minSize", 2L);
    assertThat(notPriced(fleet(Map.of("instanceMarketOptions", Map.of("marketType", "spot")), two)))
        .containsExactly("2 x m6i.large: Spot prices change by the hour");
    assertThat(
            notPriced(
                fleet(Map.of(), Map.of("minSize", 2L, "mixedInstancesPolicy", Map.of("x", 1L)))))
        .containsExactly("servers: the group mixes instance types or Spot with on-demand servers");
  }

  @Test
  void aLaunchConfigurationDescribesServersToo() {
    String configuration = "aws:ec2/launchConfiguration:LaunchConfiguration";
    var graph =
        in("us-east-1")
            .with(
                configuration,
                "old",
                Map.of(
                    "instanceType",
                    "m4.large",
                    "userData",
                    "#!",
                    "rootBlockDevice",
                    Map.of("volumeSize", 8L, "volumeType", "gp2")))
            .with(
                GROUP,
                "old",
                Map.of("minSize", 1L),
                to("launchConfiguration", configuration, "old"));

    assertThat(lines(graph))
        .containsExactly(
            "1 x m4.large: 730 hour x 0.1 = 73.00 (a Linux without a licence fee)",
            "1 x 8 GiB of gp2: 8 gb-month x 0.1 = 0.80");
  }

  @Test
  void serversInSubnetsThatGiveAddressesPayForThem() {
    String subnet = "aws:ec2/subnet:Subnet";
    var graph =
        in("us-east-1")
            .with(subnet, "public", Map.of("mapPublicIpOnLaunch", true))
            .with(
                "aws:ec2/instance:Instance",
                "bastion",
                Map.of("instanceType", "t3.micro", "userData", "#!"),
                to("subnetId", subnet, "public"))
            .with(
                "aws:ec2/instance:Instance",
                "hidden",
                Map.of(
                    "instanceType", "t3.micro",
                    "userData", "#!",
                    "associatePublicIpAddress", false),
                to("subnetId", subnet, "public"));

    assertThat(lines(graph))
        .filteredOn(line -> line.startsWith("public"))
        .containsExactly("public IPv4 addresses of servers: 730 hour x 0.005 = 3.65");
  }

  @Test
  void volumesOfTheirOwnArePricedByTypeAndSize() {
    String volume = "aws:ebs/volume:Volume";
    var graph =
        in("us-east-1")
            .with(volume, "default", Map.of("size", 100L))
            .with(volume, "fast", Map.of("size", 10L, "type", "io1", "iops", 500L))
            .with(volume, "restored", Map.of("snapshotId", "snap-1"));

    assertThat(lines(graph))
        .containsExactly(
            "1 x 100 GiB of gp2: 100 gb-month x 0.1 = 10.00",
            "1 x 10 GiB of io1: 10 gb-month x 0.125 = 1.25",
            "IOPS of io1: 500 iops-month x 0.065 = 32.50");
    assertThat(notPriced(graph)).containsExactly("volume: its size is that of its snapshot");
  }
}
