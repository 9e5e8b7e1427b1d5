package dev.mainstay.disruption;

import dev.mainstay.graph.PreviewStep;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two versions of a stack side by side. */
final class Comparison {
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String GROUP = "aws:autoscaling/group:Group";

  /** Inputs of a launch template that are not in its versions. */
  private static final Set<String> OF_NO_VERSION =
      Set.of("tags", "tagsAll", "updateDefaultVersion", "defaultVersion");

  private final ResourceGraph before;
  private final ResourceGraph after;
  private final Pairs pairs;
  private final Announcements announcements;
  private final ChangeLog log;

  /** Who names a resource, by the urn of the resource. */
  private final Map<String, List<ResourceNode>> users;

  /** What is replaced, and whose users are still to be looked at. */
  private final Deque<ResourceNode> replaced = new ArrayDeque<>();

  private final Set<String> everReplaced = new HashSet<>();

  Comparison(
      ResourceGraph before,
      ResourceGraph after,
      Collection<String> allowDataLoss,
      Map<String, PreviewStep> steps) {
    this.before = before;
    this.after = after;
    this.pairs = new Pairs(before, after);
    this.announcements = new Announcements(steps);
    this.log = new ChangeLog(allowDataLoss);
    this.users =
        custom(after)
            .flatMap(
                node ->
                    node.references().stream()
                        .map(Reference::urn)
                        .distinct()
                        .map(urn -> Map.entry(urn, node)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  List<Change> changes() {
    custom(after).forEach(log::announce);
    custom(after)
        .forEach(
            node ->
                pairs.earlier(node).ifPresentOrElse(old -> compare(old, node), () -> create(node)));
    while (!replaced.isEmpty()) {
      followReplacement(replaced.remove());
    }
    after.all(TEMPLATE).forEach(this::followNewVersion);
    custom(before).filter(pairs::isGone).forEach(this::delete);
    return log.all();
  }

  private static Stream<ResourceNode> custom(ResourceGraph graph) {
    return graph.resources().stream().filter(ResourceNode::custom);
  }

  private void create(ResourceNode node) {
    boolean isImport = announcements.of(node).filter(PreviewStep::isImport).isPresent();
    log.add(
        after,
        node,
        isImport
            ? Verdict.harmless("no; it exists, and Pulumi takes it into the stack")
            : Verdict.ofCreation());
  }

  private void delete(ResourceNode node) {
    boolean isForgotten = announcements.of(node).filter(PreviewStep::isForgotten).isPresent();
    log.add(
        before,
        node,
        isForgotten
            ? Verdict.harmless("no; Pulumi forgets it, and AWS keeps it")
            : Deletion.of(new Modification(before, after, node, node, END, everReplaced)));
  }

  private static final Difference END = new Difference(Deletion.PROPERTY, null, null);

  private void compare(ResourceNode old, ResourceNode node) {
    if (announcements.isUnchanged(node)) {
      return;
    }
    if (pairs.isMoved(old, node)) {
      var move = new Difference("parent", Pairs.placeOf(before, old), Pairs.placeOf(after, node));
      log.add(after, node, move, Verdict.ofMove(modification(old, node, move)));
    }
    Difference.between(NamedInputs.of(before, old), NamedInputs.of(after, node))
        .forEach(difference -> change(old, node, difference));
    announcements
        .of(node)
        .filter(step -> step.isReplacement() && !everReplaced.contains(node.urn()))
        .ifPresent(step -> replace(old, node, step));
  }

  /** Pulumi replaces it, although no input that was compared is the reason. */
  private void replace(ResourceNode old, ResourceNode node, PreviewStep step) {
    var difference = new Difference(String.join(", ", step.replaceReasons()), null, null);
    var modification = modification(old, node, difference);
    log.add(after, node, difference, announcements.unexplained(step, modification));
    markReplaced(node);
  }

  private void change(ResourceNode old, ResourceNode node, Difference difference) {
    Modification modification = modification(old, node, difference);
    Verdict verdict = announcements.outranking(Verdict.ofChange(modification), modification);
    log.add(after, node, difference, verdict);
    if (verdict.replaces()) {
      markReplaced(node);
    }
  }

  private void markReplaced(ResourceNode node) {
    if (everReplaced.add(node.urn())) {
      replaced.add(node);
    }
  }

  private Modification modification(ResourceNode old, ResourceNode node, Difference difference) {
    return new Modification(before, after, old, node, difference, everReplaced);
  }

  /** Whoever names a resource that is replaced gets another id, ARN or name for it. */
  private void followReplacement(ResourceNode target) {
    for (ResourceNode node : users.getOrDefault(target.urn(), List.of())) {
      Optional<ResourceNode> old = pairs.earlier(node);
      if (old.isPresent() && !node.urn().equals(target.urn()) && !isSettled(target, node)) {
        node.references().stream()
            .filter(reference -> reference.urn().equals(target.urn()))
            .filter(reference -> !keepsItsName(target, reference))
            .map(reference -> Difference.withoutIndexes(reference.path()))
            .distinct()
            .filter(path -> !log.has(node, path))
            .forEach(path -> change(old.get(), node, Difference.following(path, target.name())));
      }
    }
  }

  /** Pulumi has compared the user with its replaced target, and found no change. */
  private boolean isSettled(ResourceNode target, ResourceNode user) {
    return announcements.isReplaced(target) && announcements.isUnchanged(user);
  }

  private boolean keepsItsName(ResourceNode target, Reference reference) {
    Optional<Object> name = target.input(reference.property());
    return name.isPresent()
        && name.equals(pairs.earlier(target).flatMap(old -> old.input(reference.property())));
  }

  /** A changed launch template gets a new version, which a group may follow. */
  private void followNewVersion(ResourceNode template) {
    boolean hasNewVersion =
        log.of(template).stream()
            .map(change -> PreviewStep.top(change.property()))
            .anyMatch(property -> !OF_NO_VERSION.contains(property));
    if (!hasNewVersion) {
      return;
    }
    var difference =
        new Difference(
            "launchTemplate.version", "the current", "a new version of " + template.name());
    for (ResourceNode group : after.referring(GROUP, "launchTemplate", template)) {
      pairs
          .earlier(group)
          .filter(old -> !log.has(group, "launchTemplate"))
          .ifPresent(old -> change(old, group, difference));
    }
  }
}
