package dev.mainstay.stack;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a stack is called, and what its resources are called after.
 *
 * @param ownTags the tags of the configuration, without those that every stack has
 */
record StackIdentity(String project, String stack, Map<String, String> ownTags) {

  /** What the stack's resources are called after, such as {@code mainstay-prod}. */
  String name() {
    return project + "-" + stack;
  }

  /** The tags of every resource; their {@code Name} is the prefix of each resource's own. */
  Map<String, String> tags() {
    var all = new TreeMap<String, String>();
    all.put("Name", name());
    all.put("Project", project);
    all.put("Stack", stack);
    all.putAll(ownTags);
    return all;
  }

  /** Where the stack's SSM parameters live. Systems Manager keeps some first letters to itself. */
  String parametersPath() {
    return name().matches("(?i)(aws|ssm).*") ? "/stack-" + name() : "/" + name();
  }
}
