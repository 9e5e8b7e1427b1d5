package dev.mainstay.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParseException;
import dev.mainstay.CommandLine;
import dev.mainstay.deployed.PulumiJson;
import dev.mainstay.graph.GraphJson;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.report.drawing.Effects.Mark;
import dev.mainstay.resilience.Resilience;
import dev.mainstay.resilience.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingTest {
  private static final String ZONE_A = "Availability Zone eu-central-1a fails";

  @TempDir private static Path folder;
  private static ResourceGraph prod;

  @BeforeAll
  static void plan() throws IOException {
    Path json = folder.resolve("prod.json");
    CommandLine.run("plan", "prod", "--json", json.toString());
    prod = GraphJson.read(Files.readString(json));
  }

  private static Drawing drawing(ResourceGraph graph) {
    return Drawing.of(graph, Resilience.of(graph).verdicts());
  }

  private static Box box(Drawing drawing, String title) {
    return drawing.parts().stream()
        .filter(box -> box.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  /** What a failure does to a box; empty for nothing. */
  private static String state(ResourceGraph graph, List<Mark> marks, String failure) {
    List<String> titles =
        Resilience.of(graph).verdicts().stream()
            .map(Verdict::failure)
            .map(each -> each.title())
            .toList();
    assertThat(titles).contains(failure);
    return marks.stream()
        .filter(mark -> mark.failure() == titles.indexOf(failure))
        .map(Mark::state)
        .findFirst()
        .orElse("");
  }

  private static ResourceGraph with(String type, String name, Map<String, Object> inputs) {
    ResourceNode node = prod.find(type, name).orElseThrow();
    var changed = new TreeMap<>(node.inputs());
    changed.putAll(inputs);
    return prod.with(node.urn(), node.with(changed, node.references()));
  }

  @Test
  void partsStandInTheirZonesFromTheUsersDownToTheData() {
    Drawing drawing = drawing(prod);

    assertThat(drawing.parts())
        .extracting(Box::title)
        .containsExactly(
            "Users",
            "NAT gateway network-nat-a",
            "NAT gateway network-nat-b",
            "Load balancer edge",
            "Servers web",
            "Servers web",
            "Primary: database",
            "Standby: database",
            "Primary: cache",
            "Replica: cache");
    assertThat(box(drawing, "Primary: database").x())
        .isEqualTo(box(drawing, "NAT gateway network-nat-a").x());
    assertThat(box(drawing, "Standby: database").y())
        .isEqualTo(box(drawing, "Primary: database").y())
        .isGreaterThan(box(drawing, "Servers web").bottom());
    assertThat(drawing.units()).hasSize(4);
  }

  @Test
  void nothingIsDrawnOverTheEdge() {
    Drawing drawing = drawing(prod);

    assertThat(drawing.parts())
        .allMatch(box -> box.x() >= 0 && box.x() + box.width() <= drawing.width())
        .allMatch(box -> box.bottom() <= drawing.height());
    assertThat(drawing.frames()).allMatch(box -> box.bottom() <= drawing.height());
  }

  @Test
  void subnetsSayHowTheyGetOut() {
    assertThat(drawing(prod).frames())
        .filteredOn(box -> box.style().startsWith("subnet"))
        .extracting(Box::detail)
        .containsExactly(
            "internet via the internet gateway",
            "internet via the internet gateway",
            "internet via network-nat-a",
            "internet via network-nat-b",
            "no internet access",
            "no internet access");
  }

  @Test
  void aLostZoneTakesWhatStandsInItAlone() {
    Drawing drawing = drawing(prod);

    assertThat(state(prod, box(drawing, "Primary: database").marks(), ZONE_A)).isEqualTo("lost");
    assertThat(state(prod, box(drawing, "Standby: database").marks(), ZONE_A))
        .isEqualTo("survives");
    assertThat(state(prod, box(drawing, "Load balancer edge").marks(), ZONE_A))
        .isEqualTo("survives");
    assertThat(drawing.units())
        .extracting(unit -> state(prod, unit.marks(), ZONE_A))
        .containsExactly("lost", "lost", "", "");
  }

  @Test
  void oneServerThatFailsIsOneSquare() {
    assertThat(drawing(prod).units())
        .extracting(unit -> state(prod, unit.marks(), "One server of `web` fails"))
        .containsExactly("lost", "", "", "");
  }

  @Test
  void everythingIsLostWithTheRegion() {
    Drawing drawing = drawing(prod);

    assertThat(drawing.parts().subList(1, drawing.parts().size()))
        .extracting(box -> state(prod, box.marks(), "Region eu-central-1 fails"))
        .containsOnly("lost");
    assertThat(state(prod, box(drawing, "Users").marks(), "Region eu-central-1 fails"))
        .isEqualTo("down");
  }

  @Test
  void withoutAStandbyTheDatabaseIsOneBoxThatAwsMayPutAnywhere() {
    ResourceGraph single = with("aws:rds/instance:Instance", "database", Map.of("multiAz", false));
    Drawing drawing = drawing(single);
    Box database = box(drawing, "Database: database");

    assertThat(database.style()).isEqualTo("database anywhere");
    assertThat(database.detail())
        .isEqualTo("PostgreSQL 17 · db.m7g.large · 400 GiB · AWS chooses the zone");
    assertThat(state(single, database.marks(), ZONE_A)).isEqualTo("down");
    assertThat(state(single, box(drawing, "Users").marks(), ZONE_A)).isEqualTo("down");
    assertThat(state(single, box(drawing, "Load balancer edge").marks(), ZONE_A))
        .isEqualTo("survives");
  }

  @Test
  void fewerServersThanZonesAreOneBoxThatAwsMayPutAnywhere() {
    ResourceGraph single =
        with("aws:autoscaling/group:Group", "web", Map.of("minSize", 1L, "desiredCapacity", 1L));
    Drawing drawing = drawing(single);

    assertThat(box(drawing, "Servers web").style()).isEqualTo("servers anywhere");
    assertThat(drawing.units()).hasSize(1);
    assertThat(state(single, drawing.units().get(0).marks(), "One server of `web` fails"))
        .isEqualTo("lost");
  }

  @Test
  void aLongTitleIsCutWhereTheBoxEnds() {
    var box = new Box("nat", 0, 0, 100, 40, "NAT gateway with a long name", "", List.of());

    assertThat(box.shortTitle()).isEqualTo("NAT gateway…");
  }

  @Test
  void aStackWithoutAnythingThatServesHasNoDrawing() {
    var empty = new ResourceGraph("project", "empty", List.of(), Map.of());

    assertThat(drawing(empty).drawn()).isFalse();
  }

  @Test
  void aStackOfAnotherProgramIsDrawn() throws IOException, JsonParseException {
    ResourceGraph graph =
        PulumiJson.read(
                Files.readString(
                    Path.of("src/test/resources/dev/mainstay/deployed/good/export.json")))
            .after()
            .graph();

    assertThat(drawing(graph).parts()).hasSizeGreaterThan(3);
  }
}
