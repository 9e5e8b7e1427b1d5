package dev.mainstay.disruption;

import static dev.mainstay.graph.HandMade.graph;
import static dev.mainstay.graph.HandMade.to;
import static dev.mainstay.graph.HandMade.urn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.PreviewStep;
import dev.mainstay.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Pulumi's preview says outranks the tables of this release. */
class AnnouncementsTest {
  private static final String QUEUE = "aws:sqs/queue:Queue";
  private static final String PROXY = "aws:lb/loadBalancer:LoadBalancer";
  private static final String DATABASE = "aws:rds/instance:Instance";
  private static final List<String> IN_THREE_STEPS =
      List.of("create-replacement", "replace", "delete-replaced");

  @Test
  void aReplacementThatTheTableDoesNotKnowLosesTheData() {
    assertThat(said(QUEUE, "speed", 1L, 2L, replacedFor("speed", IN_THREE_STEPS)))
        .containsExactly(
            "DATA_LOSS speed (yes), loses the messages in it, allowed false, by pulumi preview");
  }

  @Test
  void aReplacementThatTheTableTakesForHarmlessIsSaidToDisagree() {
    assertThat(said(PROXY, "idleTimeout", 60L, 90L, replacedFor("idleTimeout", IN_THREE_STEPS)))
        .containsExactly(
            "REPLACEMENT idleTimeout (Pulumi creates the new one first; Pulumi's preview replaces"
                + " it, the table of this release says: no impact), loses , allowed false, by"
                + " pulumi preview");
  }

  @Test
  void anOldOneThatGoesFirstIsSaid() {
    assertThat(
            said(
                PROXY,
                "colour",
                1L,
                2L,
                replacedFor("colour", List.of("delete-replaced", "replace", "create-replacement"))))
        .containsExactly(
            "REPLACEMENT colour (Pulumi deletes the old one first), loses , allowed false, by"
                + " pulumi preview");
  }

  @Test
  void anUpdateInPlaceIsNoReplacementWhateverTheTableSays() {
    var update =
        new PreviewStep(
            List.of("update"), List.of(), List.of("kmsKeyId"), Map.of("kmsKeyId", "update"));

    assertThat(said(DATABASE, "kmsKeyId", "a", "b", update))
        .containsExactly(
            "UNKNOWN kmsKeyId (not known: Pulumi's preview updates it in place, the table of this"
                + " release replaces it), loses , allowed false, by pulumi preview");
  }

  @Test
  void anUpdateWithoutDetailsLeavesTheVerdictToTheTable() {
    var update = new PreviewStep(List.of("update"), List.of(), List.of(), Map.of());

    assertThat(said(DATABASE, "kmsKeyId", "a", "b", update).get(0))
        .startsWith("DATA_LOSS kmsKeyId");
  }

  @Test
  void aReplacementForNoInputIsNotLost() {
    ResourceGraph stack = graph().with(QUEUE, "it", Map.of()).build();
    var step = replacedFor("__provider", IN_THREE_STEPS);

    assertThat(said(stack, stack, step))
        .containsExactly(
            "DATA_LOSS __provider (yes), loses the messages in it, allowed false, by pulumi"
                + " preview");
  }

  @Test
  void whatPulumiLeavesUnchangedIsUnchanged() {
    var same = new PreviewStep(List.of("same"), List.of(), List.of(), Map.of());

    assertThat(said(QUEUE, "speed", 1L, 2L, same)).isEmpty();
  }

  @Test
  void whatIsForgottenStaysInAws() {
    var discard = new PreviewStep(List.of("discard"), List.of(), List.of(), Map.of());

    assertThat(said(graph().with(QUEUE, "it", Map.of()).build(), graph().build(), discard))
        .containsExactly(
            "NOTHING  (no; Pulumi forgets it, and AWS keeps it), loses , allowed false, by ");
  }

  @Test
  void whatIsImportedIsNotCreated() {
    var imported = new PreviewStep(List.of("import"), List.of(), List.of(), Map.of());

    assertThat(said(graph().build(), graph().with(QUEUE, "it", Map.of()).build(), imported))
        .containsExactly(
            "NOTHING  (no; it exists, and Pulumi takes it into the stack), loses , allowed false,"
                + " by ");
  }

  @Test
  void aUserThatPulumiHasComparedIsNotReportedAgain() {
    String key = "aws:kms/key:Key";
    ResourceGraph before =
        graph()
            .with(key, "key", Map.of("speed", 1L))
            .with(QUEUE, "it", Map.of("kmsMasterKeyId", "key-id"), to("kmsMasterKeyId", key, "key"))
            .build();
    ResourceGraph after =
        graph()
            .with(key, "key", Map.of("speed", 2L))
            .with(QUEUE, "it", Map.of("kmsMasterKeyId", "key-id"), to("kmsMasterKeyId", key, "key"))
            .build();
    var same = new PreviewStep(List.of("same"), List.of(), List.of(), Map.of());

    assertThat(
            Disruption.between(
                    before,
                    after,
                    List.of(),
                    Map.of(
                        urn(key, "key"),
                        replacedFor("speed", IN_THREE_STEPS),
                        urn(QUEUE, "it"),
                        same))
                .changes())
        .extracting(Change::urn)
        .containsExactly(urn(key, "key"));
  }

  private static PreviewStep replacedFor(String input, List<String> operations) {
    return new PreviewStep(
        operations, List.of(input), List.of(input), Map.of(input, "update-replace"));
  }

  private static List<String> said(
      String type, String input, Object from, Object to, PreviewStep step) {
    return said(
        graph().with(type, "it", Map.of(input, from)).build(),
        graph().with(type, "it", Map.of(input, to)).build(),
        step);
  }

  private static List<String> said(ResourceGraph before, ResourceGraph after, PreviewStep step) {
    var any = before.resources().isEmpty() ? after : before;
    return Disruption.between(before, after, List.of(), Map.of(any.resources().get(0).urn(), step))
        .changes()
        .stream()
        .map(
            change ->
                "%s %s (%s), loses %s, allowed %s, by %s"
                    .formatted(
                        change.effect(),
                        change.property(),
                        change.downtime(),
                        change.lost(),
                        change.allowed(),
                        change.source()))
        .toList();
  }
}
