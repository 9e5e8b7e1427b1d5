package dev.mainstay.resilience.path;

import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.resilience.Mutation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS WAF in front of a load balancer lets through. */
class WebAclsTest {
  private static final String NORMAL = "Normal operation";
  private static final Map<String, Object> BLOCK = Map.of("block", Map.of());
  private static final Map<String, Object> ALLOW = Map.of("allow", Map.of());

  private static List<String> with(Map<String, Object> defaultAction, List<?> rules) {
    return why(
        twoServers()
            .add(
                "aws:wafv2/webAcl:WebAcl",
                "acl",
                Map.of("defaultAction", defaultAction, "rules", rules))
            .add(
                "aws:wafv2/webAclAssociation:WebAclAssociation",
                "acl",
                Map.of("resourceArn", "@lb", "webAclArn", "@acl"))
            .build(),
        NORMAL);
  }

  private static Map<String, Object> rule(Map<String, Object> action, String statement) {
    return Map.of("name", "rule", "action", action, "statement", Map.of(statement, Map.of()));
  }

  @Test
  void oneThatBlocksByDefaultAndAllowsNothingBlocksEveryRequest() {
    assertThat(with(BLOCK, List.of(rule(BLOCK, "managedRuleGroupStatement"))))
        .containsExactly(
            "Web ACL `acl` blocks every request: its default action is block and no rule allows.");
  }

  @Test
  void oneThatBlocksByDefaultLetsInWhatItsRulesAllow() {
    assertThat(with(BLOCK, List.of(rule(ALLOW, "ipSetReferenceStatement"))))
        .containsExactly(
            "Web ACL `acl` blocks by default: which clients its rules allow is not known.");
  }

  @Test
  void oneThatAllowsByDefaultMayBlockSomeRequests() {
    for (String statement :
        List.of("managedRuleGroupStatement", "rateBasedStatement", "geoMatchStatement")) {
      assertThat(with(ALLOW, List.of(rule(BLOCK, statement))))
          .containsExactly(
              "Routes, network ACLs, listeners and security groups carry requests to the data.");
    }
  }

  @Test
  void aRuleOfAnotherKindMayBlockAllClients() {
    for (String action : List.of("block", "captcha", "challenge")) {
      assertThat(with(ALLOW, List.of(rule(Map.of(action, Map.of()), "notStatement"))))
          .containsExactly("Whether rule `rule` of web ACL `acl` blocks all clients is not known.");
    }
    assertThat(with(ALLOW, List.of(rule(Map.of("count", Map.of()), "notStatement"))))
        .containsExactly(
            "Routes, network ACLs, listeners and security groups carry requests to the data.");
  }

  @Test
  void oneThatIsNotInTheStackBlocksNobodyKnowsWhat() {
    for (String type :
        List.of(
            "aws:wafv2/webAclAssociation:WebAclAssociation",
            "aws:wafregional/webAclAssociation:WebAclAssociation")) {
      var graph =
          twoServers().add(type, "acl", Map.of("resourceArn", "@lb", "webAclArn", "arn:else"));

      assertThat(why(graph.build(), NORMAL))
          .contains("The web ACL of `acl` is not in the stack: what it blocks is not known.");
      assertThat(Mutation.summaries(graph.build()))
          .containsEntry(NORMAL, "UNKNOWN (not known, none)");
    }
  }
}
