package dev.mainstay.iam;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An IAM policy as JSON, from plain values; outputs require {@code apply}. */
public final class PolicyDocument {
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  private PolicyDocument() {}

  /** The policy with these statements. */
  public static String of(Statement... statements) {
    var document = new LinkedHashMap<String, Object>();
    document.put("Version", "2012-10-17");
    document.put("Statement", List.of(statements).stream().map(Statement::fields).toList());
    return JSON.toJson(document);
  }

  /** Lets an AWS service assume a role, for resources of this account only. */
  public static String trust(String service, String accountId) {
    return of(
        Statement.allow("sts:AssumeRole")
            .service(service)
            .when("StringEquals", "aws:SourceAccount", accountId));
  }

  /** Lets an AWS service assume a role; for services without a source account, such as EC2. */
  public static String trust(String service) {
    return of(Statement.allow("sts:AssumeRole").service(service));
  }

  /** One statement of a policy. */
  public static final class Statement {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Statement(String effect, List<String> actions) {
      fields.put("Effect", effect);
      fields.put("Action", actions);
    }

    public static Statement allow(String... actions) {
      return new Statement("Allow", List.of(actions));
    }

    public static Statement deny(String... actions) {
      return new Statement("Deny", List.of(actions));
    }

    public Statement service(String service) {
      return principal("Service", service);
    }

    /** A principal of type {@code AWS} or {@code Service}. */
    public Statement principal(String type, String value) {
      fields.put("Principal", Map.of(type, value));
      return this;
    }

    public Statement on(String... resources) {
      fields.put("Resource", List.of(resources));
      return this;
    }

    @SuppressWarnings("unchecked")
    public Statement when(String operator, String key, String value) {
      var conditions =
          (Map<String, Map<String, String>>)
              fields.computeIfAbsent(
                  "Condition", none -> new LinkedHashMap<String, Map<String, String>>());
      conditions.computeIfAbsent(operator, none -> new LinkedHashMap<>()).put(key, value);
      return this;
    }

    private Map<String, Object> fields() {
      return fields;
    }
  }
}
