package dev.mainstay.simulator;

import static dev.mainstay.simulator.AwsRule.require;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;

/** Policies are JSON with a version and statements, and name only principals that exist. */
final class PolicyRules implements AwsRule {
  private static final Set<String> POLICIES = Set.of("policy", "assumeRolePolicy");

  @Override
  public void check(Proposal proposal, Account account) {
    for (var property : POLICIES) {
      if (proposal.get(property) instanceof String policy) {
        checkPolicy(policy, account);
      }
    }
    if (proposal.type().equals("aws:cloudwatch/dashboard:Dashboard")) {
      parse(proposal.text("dashboardBody"), "InvalidParameterInput: The dashboard body is invalid");
    }
  }

  private static void checkPolicy(String policy, Account account) {
    var document = parse(policy, "MalformedPolicyDocument: Syntax errors in policy.");
    require(
        document.has("Statement") && document.has("Version"),
        "MalformedPolicyDocument: a policy needs a version and statements");
    for (var statement : each(document.get("Statement"))) {
      checkStatement(statement.getAsJsonObject(), account);
    }
  }

  private static void checkStatement(JsonObject statement, Account account) {
    var effect = statement.has("Effect") ? statement.get("Effect").getAsString() : "";
    require(
        Set.of("Allow", "Deny").contains(effect),
        "MalformedPolicyDocument: Invalid effect: " + effect);
    require(
        statement.has("Action") || statement.has("NotAction"),
        "MalformedPolicyDocument: Policy statement must contain actions.");
    if (statement.has("Principal")
        && statement.get("Principal") instanceof JsonObject principal
        && principal.has("AWS")) {
      each(principal.get("AWS")).forEach(it -> checkPrincipal(it.getAsString(), account));
    }
  }

  /** KMS, S3 and the rest look roles up at once, and refuse a policy that names none. */
  private static void checkPrincipal(String arn, Account account) {
    if (arn.contains(":role/")
        && arn.contains(":" + Account.NUMBER + ":")
        && !arn.contains("aws-service-role")) {
      require(
          account.all("aws:iam/role:Role").stream().anyMatch(role -> role.text("arn").equals(arn)),
          "MalformedPolicyDocument: Invalid principal in policy: " + arn);
    }
  }

  private static JsonObject parse(String json, String error) {
    try {
      return JsonParser.parseString(json).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new Refused(error);
    }
  }

  private static List<JsonElement> each(JsonElement oneOrMany) {
    return oneOrMany.isJsonArray() ? oneOrMany.getAsJsonArray().asList() : List.of(oneOrMany);
  }
}
