package dev.mainstay.disruption;

import static dev.mainstay.disruption.Felt.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As Pulumi does it, the urn of a resource names the types of what it is in, and its own name. */
class PairsTest {
  private static final String URN = "urn:pulumi:prod::shop::";
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  private static final ResourceNode WEB = component("shop:index:Web", "web");
  private static final ResourceNode DATA = component("shop:index:Data", "data");

  private static ResourceNode component(String type, String name) {
    return node(URN + type + "::" + name, type, name, null, false);
  }

  private static ResourceNode cacheIn(ResourceNode parent) {
    return node(URN + parent.type() + "$" + CACHE + "::cache", CACHE, "cache", parent.urn(), true);
  }

  private static ResourceNode cacheInTheStack() {
    return node(URN + CACHE + "::cache", CACHE, "cache", null, true);
  }

  private static ResourceNode node(
      String urn, String type, String name, String parent, boolean custom) {
    return new ResourceNode(urn, type, name, parent, custom, false, List.of(), Map.of(), List.of());
  }

  private static ResourceGraph stack(ResourceNode... nodes) {
    return new ResourceGraph("shop", "prod", new ArrayList<>(List.of(nodes)), Map.of());
  }

  @Test
  void aResourceThatMovesMayBeCreatedAnew() {
    String moved =
        " is UNKNOWN (no if an alias names the old parent; otherwise it is deleted and created"
            + " again) immediately, loses everything cached [pulumi-aliases-doc]";

    assertThat(shown(stack(WEB, cacheIn(WEB), DATA), stack(WEB, DATA, cacheIn(DATA))))
        .containsExactly("cache parent: web -> data" + moved);
    assertThat(shown(stack(cacheInTheStack()), stack(DATA, cacheIn(DATA))))
        .containsExactly("cache parent: the stack -> data" + moved);
  }

  @Test
  void whatMovesTakesWithItWhatIsInIt() {
    var inWeb =
        node(URN + "shop:index:Web$shop:index:Data::data", DATA.type(), "data", WEB.urn(), false);

    assertThat(shown(stack(WEB, DATA, cacheIn(DATA)), stack(WEB, inWeb, cacheIn(inWeb))))
        .containsExactly(
            "cache parent: data -> web/data is UNKNOWN (no if an alias names the old parent;"
                + " otherwise it is deleted and created again) immediately, loses everything"
                + " cached [pulumi-aliases-doc]");
  }

  @Test
  void theParentMayGetAnotherName() {
    ResourceNode renamed = component(DATA.type(), "storage");

    assertThat(shown(stack(DATA, cacheIn(DATA)), stack(renamed, cacheIn(renamed)))).isEmpty();
  }

  @Test
  void twoOfOneNameInTwoPlacesAreTwo() {
    ResourceGraph two = stack(WEB, cacheIn(WEB), DATA, cacheIn(DATA));
    ResourceGraph one = stack(DATA, cacheIn(DATA));

    assertThat(shown(two, one))
        .containsExactly(
            "cache :  ->  is DATA_LOSS (yes) immediately, loses everything cached [own reading]");
    assertThat(shown(one, two))
        .containsExactly("cache :  ->  is CREATE (no) immediately, loses  []");
  }

  @Test
  void whatOnlySharesTypeOrNameIsAnother() {
    ResourceNode other = node(URN + CACHE + "::other", CACHE, "other", null, true);

    assertThat(shown(stack(cacheInTheStack()), stack(other)))
        .containsExactly(
            "other :  ->  is CREATE (no) immediately, loses  []",
            "cache :  ->  is DATA_LOSS (yes) immediately, loses everything cached [own reading]");
  }
}
