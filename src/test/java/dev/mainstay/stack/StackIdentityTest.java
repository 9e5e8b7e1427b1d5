package dev.mainstay.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackIdentityTest {
  private static StackIdentity of(String project) {
    return new StackIdentity(project, "prod", Map.of("Team", "shop", "Project", "other"));
  }

  @Test
  void resourcesAreCalledAfterProjectAndStack() {
    assertThat(of("shop").name()).isEqualTo("shop-prod");
    assertThat(of("shop").parametersPath()).isEqualTo("/shop-prod");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws-shop", "SSM"})
  void theParametersOfAStackStayOffTheNamesThatSystemsManagerKeeps(String project) {
    assertThat(of(project).parametersPath()).isEqualTo("/stack-" + project + "-prod");
  }

  @Test
  void onesOwnTagsComeOnTopOfTheStacks() {
    assertThat(of("shop").tags())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Name", "shop-prod", "Project", "other", "Stack", "prod", "Team", "shop"));
  }
}
