package dev.mainstay.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Stacks;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GraphChangeTest {
  private static final ResourceGraph PROD = Stacks.prod();

  @Test
  void itConcernsAResourceWhatRefersToItAndWhatTheirPricesAreReadFrom() {
    ResourceNode template = PROD.first("aws:ec2/launchTemplate:LaunchTemplate").orElseThrow();
    ResourceGraph concerned = GraphChange.of(template, node -> null).concerned(PROD);

    assertThat(concerned.resources())
        .contains(template)
        .containsAll(PROD.referringTo(template))
        .hasSizeLessThan(PROD.resources().size() / 2);
    ResourceNode group = concerned.first("aws:autoscaling/group:Group").orElseThrow();
    assertThat(concerned.referenced(group, "vpcZoneIdentifiers"))
        .isNotEmpty()
        .isEqualTo(PROD.referenced(group, "vpcZoneIdentifiers"));
  }

  @Test
  void severalChangesOfOneResourceFollowEachOther() {
    ResourceNode template = PROD.first("aws:ec2/launchTemplate:LaunchTemplate").orElseThrow();
    GraphChange both = GraphChange.all(List.of(with(template, "a"), with(template, "b")));
    GraphChange removed =
        GraphChange.all(List.of(GraphChange.of(template, node -> null), with(template, "a")));

    assertThat(both.in(PROD).byUrn(template.urn()).orElseThrow().inputs())
        .containsEntry("a", true)
        .containsEntry("b", true);
    assertThat(removed.in(PROD).byUrn(template.urn())).isEmpty();
    assertThat(removed.in(PROD).resources()).hasSize(PROD.resources().size() - 1);
  }

  private static GraphChange with(ResourceNode resource, String key) {
    return GraphChange.of(
        resource,
        node -> {
          var inputs = new TreeMap<>(node.inputs());
          inputs.put(key, true);
          return node.with(inputs, node.references());
        });
  }
}
