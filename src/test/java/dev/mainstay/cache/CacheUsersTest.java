package dev.mainstay.cache;

import static dev.mainstay.cache.CacheFixture.GROUP;
import static dev.mainstay.cache.CacheFixture.PARAMETERS;
import static dev.mainstay.cache.CacheFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.aws.elasticache.UserArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.test.internal.PulumiTestInternal;
import dev.mainstay.Deployed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheUsersTest {
  private static final String USER = "aws:elasticache/user:User";
  private static final String USER_GROUP = "aws:elasticache/userGroup:UserGroup";

  private final CacheArgs args = CacheFixture.args();

  private Deployed deployed() {
    return CacheFixture.deployed(args);
  }

  @Test
  void theOneUserComesFromIamUnderTheSameIdAndName() {
    Deployed deployed = deployed();
    assertThat(deployed.only(USER).inputs())
        .contains(
            entry("engine", "valkey"),
            entry("userId", "mainstay-test-valkey"),
            entry("userName", "mainstay-test-valkey"),
            entry("authenticationMode", Map.of("type", "iam")),
            entry("accessString", "on ~* &* +@all"));
    assertThat(deployed.only(USER_GROUP).inputs())
        .contains(
            entry("engine", "valkey"),
            entry("userGroupId", "mainstay-test-valkey"),
            entry("userIds", List.of("mainstay-test-valkey")));
    assertThat(deployed.only(GROUP).inputs())
        .containsEntry("userGroupIds", List.of("mainstay-test-valkey"));
  }

  @Test
  void redisGetsTheDefaultUserItWantsSwitchedOff() {
    args.engine = "redis";
    Deployed deployed = deployed();
    assertThat(deployed.get(USER, "cache-user-default").inputs())
        .contains(
            entry("engine", "redis"),
            entry("userId", "mainstay-test-default"),
            entry("userName", "default"),
            entry("accessString", "off -@all"),
            entry("noPasswordRequired", true));
    assertThat(deployed.only(USER_GROUP).inputs())
        .contains(
            entry("engine", "redis"),
            entry("userIds", List.of("mainstay-test-redis", "mainstay-test-default")));
    assertThat(deployed.only(GROUP).inputs())
        .contains(entry("engine", "redis"), entry("engineVersion", "7.1"));
    assertThat(deployed.get(PARAMETERS, "cache-redis7").inputs()).containsEntry("family", "redis7");
  }

  @Test
  void aPasswordUserHasThePasswordAsASecret() {
    args.authentication = "password";
    args.password(Output.of(PASSWORD));
    var secrets = new ArrayList<Boolean>();
    var options =
        ComponentResourceOptions.builder()
            .resourceTransformations(
                List.of(
                    it -> {
                      if (it.args() instanceof UserArgs user) {
                        secrets.add(
                            PulumiTestInternal.extractOutputData(
                                    user.authenticationMode()
                                        .orElseThrow()
                                        .apply(mode -> mode.passwords().orElseThrow()))
                                .isSecret());
                      }
                      return Optional.empty();
                    }))
            .build();

    Deployed deployed = Deployed.by(() -> new Cache("cache", args, options));

    assertThat(deployed.only(USER).inputs())
        .containsEntry(
            "authenticationMode", Map.of("type", "password", "passwords", List.of(PASSWORD)));
    assertThat(secrets).containsExactly(true);
  }

  @Test
  void idsOfLongNamesStayShortAndApart() {
    String one = CacheUsers.base("a-very-long-project-name-for-a-cache-prod");
    String two = CacheUsers.base("a-very-long-project-name-for-a-cache-test");

    assertThat(one).isNotEqualTo(two).hasSizeLessThanOrEqualTo(32).matches("[a-z](-?[a-z0-9])*");
    assertThat(CacheUsers.base("Mainstay-Prod")).isEqualTo("mainstay-prod");
    assertThat(CacheUsers.base("x".repeat(32))).isEqualTo("x".repeat(32));
    assertThat(CacheUsers.base("abcdefghijklmnopqrstuv-xyzabcdefghijk"))
        .matches("abcdefghijklmnopqrstuv-[0-9a-f]{8}");
  }

  @Test
  void anyNameOfAStackMakesAnIdThatElastiCacheTakes() {
    for (String name :
        List.of("9-shop", "_shop_", "shop.test", "shop__test", "a-", "x".repeat(99))) {
      assertThat(CacheUsers.base(name)).as(name).matches("(?!.*--)[a-z][a-z0-9-]{0,30}[a-z0-9]");
    }
    assertThat(CacheUsers.base("shop.test")).isNotEqualTo(CacheUsers.base("shop_test"));
  }
}
