package dev.mainstay.disruption;

import dev.mainstay.facts.CacheParameter;
import java.util.Map;

/** Conditions on the parameters of a cache, and on how its clients authenticate and encrypt. */
final class CacheConditions {
  private static final String MODE = "transitEncryptionMode";
  private static final String PREFERRED = "preferred";

  static final Map<String, Condition> NAMED =
      Map.of(
          "parameter applies at once",
              change ->
                  CacheParameter.appliesImmediately(
                      change.difference().path().replaceAll("^parameters\\[|\\].*$", "")),
          "mode preferred before", change -> PREFERRED.equals(change.before().text(MODE, "")),
          "mode preferred after", change -> PREFERRED.equals(change.after().text(MODE, "")),
          "token is set at once",
              change -> "SET".equals(change.after().text("authTokenUpdateStrategy", "ROTATE")));

  private CacheConditions() {}
}
