package dev.mainstay.facts;

import java.util.regex.Pattern;

/** Types that Pulumi's AWS provider offers under several module names. */
final class TypeAliases {
  private static final Pattern LOAD_BALANCING =
      Pattern.compile("^aws:(alb|applicationloadbalancing|elasticloadbalancingv2)/");

  private TypeAliases() {}

  /** The name that the tables use. */
  static String current(String type) {
    return LOAD_BALANCING.matcher(type).replaceFirst("aws:lb/");
  }
}
