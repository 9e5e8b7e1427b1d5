package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.store.BackupSelection.Match;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The plans of AWS Backup that select a resource. */
final class BackupPlans {
  private static final Pattern ARN_REGION =
      Pattern.compile("arn:aws[a-z-]*:backup:([a-z]{2}(?:-[a-z]+)+-\\d+):.*");

  private final List<ResourceNode> selecting;
  private final List<ResourceNode> doubtful;
  private final List<ResourceNode> withoutRules;
  private final ResourceGraph graph;

  private BackupPlans(
      List<ResourceNode> selecting,
      List<ResourceNode> doubtful,
      List<ResourceNode> withoutRules,
      ResourceGraph graph) {
    this.selecting = selecting;
    this.doubtful = doubtful;
    this.withoutRules = withoutRules;
    this.graph = graph;
  }

  static BackupPlans of(ResourceNode resource, ResourceGraph graph) {
    List<ResourceNode> yes = plans(resource, graph, Match.YES);
    return new BackupPlans(
        yes.stream().filter(BackupPlans::hasRules).toList(),
        plans(resource, graph, Match.UNKNOWN).stream().filter(BackupPlans::hasRules).toList(),
        yes.stream().filter(plan -> !hasRules(plan)).toList(),
        graph);
  }

  private static List<ResourceNode> plans(ResourceNode resource, ResourceGraph graph, Match match) {
    return graph.all("aws:backup/selection:Selection").stream()
        .filter(selection -> BackupSelection.matches(selection, resource) == match)
        .flatMap(selection -> graph.referenced(selection, "planId").stream())
        .distinct()
        .toList();
  }

  private static boolean hasRules(ResourceNode plan) {
    return !Topology.elements(plan, "rules").isEmpty();
  }

  /** The plans that certainly select the resource and have a rule. */
  List<ResourceNode> selecting() {
    return selecting;
  }

  /** The plans of which it is not known whether they select the resource. */
  List<ResourceNode> doubtful() {
    return doubtful;
  }

  /** The plans that select the resource and do nothing. */
  List<ResourceNode> withoutRules() {
    return withoutRules;
  }

  /** The region that a plan copies to, if its rules tell. */
  Optional<String> regionOfCopies() {
    return copyTargets()
        .map(ARN_REGION::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  boolean copies() {
    return copyTargets().findAny().isPresent();
  }

  private Stream<String> copyTargets() {
    return selecting.stream()
        .flatMap(
            plan ->
                Topology.elements(plan, "rules").stream()
                    .flatMap(rule -> Topology.elements(plan, rule + "copyActions").stream())
                    .map(action -> plan.text(action + "destinationVaultArn", "")));
  }

  /** What keeps anybody from deleting the recovery points, if something does. */
  Optional<ResourceNode> vaultLock() {
    return selecting.stream()
        .flatMap(plan -> graph.referenced(plan, "rules").stream())
        .filter(node -> node.is("aws:backup/vault:Vault"))
        .flatMap(
            vault ->
                graph
                    .referring(
                        "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
                        "backupVaultName",
                        vault)
                    .stream())
        .findFirst();
  }
}
