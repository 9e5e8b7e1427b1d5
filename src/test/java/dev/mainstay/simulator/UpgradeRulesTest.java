package dev.mainstay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What waits for the maintenance window, and what is refused until then. */
class UpgradeRulesTest {
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  private static final String PARAMETERS = "aws:elasticache/parameterGroup:ParameterGroup";

  private final Sandbox sandbox = new Sandbox();
  private final LiveResource old = parameters("valkey8");
  private final LiveResource young = parameters("valkey9");
  private final LiveResource cache =
      sandbox.make(CACHE, "cache", inputs("8.1", old.text("name"), false));

  @Test
  void theOldParameterGroupIsInUseUntilTheWindow() {
    var changed = sandbox.change(cache, pairs("9.0", young.text("name"), false));

    assertThat(sandbox.account().inUse(changed, "engineVersion")).isEqualTo("8.1");
    assertThatThrownBy(() -> sandbox.delete(old))
        .hasMessage(
            "InvalidCacheParameterGroupState: One or more cache clusters are still members of this"
                + " parameter group %s, so the group cannot be deleted."
                    .formatted(old.text("name")));
    sandbox.account().openMaintenanceWindow();
    assertThat(sandbox.account().inUse(changed, "engineVersion")).isEqualTo("9.0");
    sandbox.delete(old);
  }

  @Test
  void whatIsAppliedImmediatelyDoesNotWait() {
    var changed = sandbox.change(cache, pairs("9.0", young.text("name"), true));

    assertThat(sandbox.account().inUse(changed, "engineVersion")).isEqualTo("9.0");
    sandbox.delete(old);
  }

  private LiveResource parameters(String family) {
    return sandbox.make(PARAMETERS, "cache-" + family, "family", family);
  }

  private static Map<String, Object> inputs(
      String version, String parameters, boolean immediately) {
    return Sandbox.pairs(pairs(version, parameters, immediately));
  }

  private static Object[] pairs(String version, String parameters, boolean immediately) {
    return new Object[] {
      "description",
      "Cache",
      "engine",
      "valkey",
      "engineVersion",
      version,
      "nodeType",
      "cache.m7g.large",
      "numCacheClusters",
      1,
      "transitEncryptionEnabled",
      true,
      "parameterGroupName",
      parameters,
      "applyImmediately",
      immediately
    };
  }
}
