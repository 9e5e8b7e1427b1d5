package dev.mainstay.simulator;

import java.util.Map;
import java.util.Set;

/**
 * What the provider says of a resource type.
 *
 * @param outputs the names of all outputs, those that echo an input included
 * @param replaceOnChange properties AWS cannot change in place; a dot leads into nested ones
 * @param sets lists whose order means nothing
 */
record ResourceType(
    String token,
    Map<String, PropertyType.Property> inputs,
    Set<String> outputs,
    Set<String> replaceOnChange,
    Set<String> secrets,
    Set<String> sets) {

  /** Of {@code aws:ec2/vpc:Vpc}, {@code ec2}. */
  String service() {
    return token.substring(token.indexOf(':') + 1, token.indexOf('/'));
  }
}
