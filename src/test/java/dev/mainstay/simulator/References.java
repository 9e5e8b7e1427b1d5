package dev.mainstay.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** Holds references against what exists: live, of the right kind, and not deleted while needed. */
final class References {
  private static final Pattern ID =
      Pattern.compile("(vpc|subnet|sg|eipalloc|nat|igw|rtb|eni|lt|vpce|acl)-[0-9a-f]{17}");

  private final List<Rule> rules = Table.read("references.csv").stream().map(Rule::of).toList();

  private record Rule(
      String holder, String property, String target, List<String> by, String deletion) {
    static Rule of(CSVRecord row) {
      return new Rule(
          row.get("holder"),
          row.get("property"),
          row.get("target"),
          Arrays.asList(row.get("by").split("\\|")),
          row.get("deletion"));
    }

    boolean appliesTo(String type, Trees.Leaf leaf) {
      return (holder.equals(type) || (holder.equals("*") && !target.equals(type)))
          && (property.startsWith("/")
              ? leaf.path().replace("[]", "").equals(property.substring(1))
              : leaf.property().equals(property));
    }

    boolean names(LiveResource resource, Object value) {
      return resource.type().equals(target)
          && by.stream()
              .anyMatch(way -> value.equals(way.equals("id") ? resource.id() : resource.get(way)));
    }
  }

  void check(Proposal proposal, Account account) {
    for (var leaf : Trees.leaves(proposal.inputs())) {
      if (!leaf.path().startsWith("__") && leaf.value() instanceof String text && !text.isEmpty()) {
        check(proposal, leaf, text, account);
      }
    }
  }

  private void check(Proposal proposal, Trees.Leaf leaf, String value, Account account) {
    for (var rule : rules) {
      if (rule.appliesTo(proposal.type(), leaf) && !ownedByAws(value)) {
        if (account.all(rule.target()).stream().noneMatch(live -> rule.names(live, value))) {
          throw new Refused(
              "NotFound: %s names %s, which is no live %s"
                  .formatted(leaf.path(), value, rule.target()));
        }
        return;
      }
    }
    if (ID.matcher(value).matches()
        && account.everything().stream().noneMatch(live -> live.id().equals(value))) {
      throw new Refused(
          "NotFound: %s names %s, which does not exist".formatted(leaf.path(), value));
    }
  }

  /** Refuses to delete what another resource cannot do without. */
  void checkDeletion(LiveResource target, Account account) {
    for (var holder : account.made()) {
      if (!holder.equals(target) && needs(holder, target)) {
        throw new Refused(
            "DependencyViolation: %s is in use by %s (%s)"
                .formatted(target.id(), holder.id(), holder.type()));
      }
    }
  }

  private boolean needs(LiveResource holder, LiveResource target) {
    Map<String, Object> inputs = Trees.asMap(Secret.reveal(holder.inputs()));
    return Trees.leaves(inputs).stream()
        .filter(leaf -> leaf.value() instanceof String)
        .anyMatch(leaf -> refuses(holder, target, leaf));
  }

  private boolean refuses(LiveResource holder, LiveResource target, Trees.Leaf leaf) {
    return rules.stream()
        .filter(rule -> rule.appliesTo(holder.type(), leaf))
        .anyMatch(rule -> rule.deletion().equals("refused") && rule.names(target, leaf.value()));
  }

  /** In place of an account's number, an ARN has the word. */
  private static boolean ownedByAws(String value) {
    return value.matches("arn:[^:]*:[^:]*:[^:]*:aws:.*")
        || value.contains("alias/aws/")
        || value.startsWith("default.")
        || value.startsWith("resolve:ssm:");
  }
}
