package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.simulator.SimulatedAws;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two stacks in one account, the second with passwords of its own. */
@EngineTest
class SideBySideTest {
  private static final String DATABASE_PASSWORD = "correct-horse-battery";
  private static final String CACHE_PASSWORD = "staple-correct-horse";

  @Test
  void twoStacksShareAnAccountAndKeepTheirSecrets(@TempDir Path folder) {
    try (SimulatedAws aws = Mainstay.account()) {
      var workspace = Mainstay.workspace(folder, aws);
      var first = Mainstay.dev(workspace);
      first.up().orFail();
      var before = aws.account().made();

      var second = workspace.stack("second", withOwnPasswords(Mainstay.settings("dev")));
      second.secret("mainstay:databasePassword", DATABASE_PASSWORD);
      second.secret("mainstay:cachePassword", CACHE_PASSWORD);
      var up = second.up().orFail();

      for (var password : new String[] {DATABASE_PASSWORD, CACHE_PASSWORD}) {
        Expectations.readableNowhere(password, second.stateText(), aws.journal(), up.output());
      }
      second.destroy().orFail();
      assertThat(aws.account().made()).isEqualTo(before);
      assertThat(first.plan().changes()).isEmpty();
    }
  }

  private static String withOwnPasswords(String settings) {
    return settings
        .replace("mainstay:database:\n", "mainstay:database:\n    credentials: own\n")
        .replace(
            "mainstay:cache:\n",
            "mainstay:cache:\n    authentication: password\n    applyImmediately: true\n")
        .replace(
            "mainstay:waivers:\n",
            """
            mainstay:waivers:
                database.credentials: shows that own passwords stay hidden
                cache.authentication: likewise
            """);
  }
}
