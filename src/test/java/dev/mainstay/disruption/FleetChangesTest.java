package dev.mainstay.disruption;

import static dev.mainstay.disruption.Felt.change;
import static dev.mainstay.disruption.Felt.shown;
import static dev.mainstay.graph.HandMade.graph;
import static dev.mainstay.graph.HandMade.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.HandMade;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FleetChangesTest {
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String GROUP = "aws:autoscaling/group:Group";

  private static final Map<String, Object> REFRESHING =
      Map.of("instanceRefresh", Map.of("strategy", "Rolling"), "launchTemplate", version("1"));

  private static HandMade fleet(Map<String, Object> template, Map<String, Object> group) {
    return graph()
        .with(TEMPLATE, "template", template)
        .with(GROUP, "web", group, to("launchTemplate.id", TEMPLATE, "template"))
        .with(GROUP, "other", group);
  }

  private static Map<String, Object> version(String version) {
    return Map.of("version", version);
  }

  @Test
  void aChangedTemplateRollsThroughTheFleet() {
    assertThat(
            shown(
                fleet(Map.of("imageId", "ami-1"), REFRESHING).build(),
                fleet(Map.of("imageId", "ami-2"), REFRESHING).build()))
        .containsExactly(
            "template imageId: ami-1 -> ami-2 is NOTHING (no; servers are replaced when the group"
                + " refreshes) at the next launch or refresh, loses local disks [cfn-lint]",
            "web launchTemplate.version: the current -> a new version of template is"
                + " ROLLING_REPLACEMENT (no, while enough servers stay healthy) in an instance"
                + " refresh, loses local disks [cfn-lint tf-asg]");
  }

  @Test
  void aFleetThatDoesNotRefreshKeepsItsServers() {
    var after = Map.<String, Object>of("imageId", "ami-2");
    for (var group :
        List.of(
            Map.<String, Object>of("launchTemplate", version("1")),
            Map.<String, Object>of("instanceRefresh", Map.of()),
            Map.<String, Object>of(
                "instanceRefresh", Map.of(), "launchTemplate", version("$Latest")))) {
      assertThat(
              shown(fleet(Map.of("imageId", "ami-1"), group).build(), fleet(after, group).build()))
          .contains(
              "web launchTemplate.version: the current -> a new version of template is NOTHING"
                  + " (no; servers keep what they started with until they are replaced) at the"
                  + " next launch, loses  [tf-asg]");
    }
  }

  @Test
  void aTemplateOfWhichOnlyTheTagsChangeHasNoNewVersion() {
    assertThat(
            shown(
                fleet(Map.of("tags", Map.of("a", "1")), REFRESHING).build(),
                fleet(Map.of("tags", Map.of("a", "2"), "updateDefaultVersion", true), REFRESHING)
                    .build()))
        .containsExactly(
            "template tags.a: 1 -> 2 is NOTHING (no) immediately, loses  [own reading]",
            "template updateDefaultVersion:  -> true is UNKNOWN (not known: no record of this"
                + " change of updateDefaultVersion of aws:ec2/launchTemplate:LaunchTemplate) ,"
                + " loses  []");
  }

  @Test
  void aNewFleetOrAKnownNewVersionIsNotReportedTwice() {
    var next = Map.<String, Object>of("instanceRefresh", Map.of(), "launchTemplate", version("2"));
    var before =
        Map.<String, Object>of("instanceRefresh", Map.of(), "launchTemplate", version("1"));

    assertThat(
            shown(
                fleet(Map.of("imageId", "ami-1"), before).build(),
                fleet(Map.of("imageId", "ami-2"), next).build()))
        .filteredOn(change -> change.startsWith("web"))
        .containsExactly(
            "web launchTemplate.version: 1 -> 2 is ROLLING_REPLACEMENT (no, while enough servers"
                + " stay healthy) in an instance refresh, loses local disks [cfn-lint tf-asg]");
    assertThat(shown(graph().build(), fleet(Map.of("imageId", "ami-2"), next).build()))
        .containsExactly(
            "template :  ->  is CREATE (no) immediately, loses  []",
            "web :  ->  is CREATE (no) immediately, loses  []",
            "other :  ->  is CREATE (no) immediately, loses  []");
  }

  @Test
  void aVersionThatIsNotKnownYetStillRefreshes() {
    assertThat(
            change(
                GROUP,
                Map.of("instanceRefresh", Map.of(), "launchTemplate", version("1")),
                Map.of("instanceRefresh", Map.of(), "launchTemplate", Map.of())))
        .containsExactly(
            "it launchTemplate.version: 1 ->  is ROLLING_REPLACEMENT (no, while enough servers"
                + " stay healthy) in an instance refresh, loses local disks [cfn-lint tf-asg]");
  }
}
