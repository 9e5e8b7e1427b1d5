package dev.mainstay.stack;

import java.util.Map;
import java.util.TreeMap;

/**
 * The name of a stack, and the names and tags derived from it.
 *
 * @param ownTags the tags of the configuration, without those that every stack has
 */
record StackIdentity(String project, String stack, Map<String, String> ownTags) {

  /** The prefix of resource names, such as {@code mainstay-prod}. */
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

  /**
   * The path of the stack's SSM parameters. Systems Manager reserves {@code aws} and {@code ssm}.
   */
  String parametersPath() {
    return name().matches("(?i)(aws|ssm).*") ? "/stack-" + name() : "/" + name();
  }
}
