package dev.mainstay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS refuses of Image Builder. */
class ImageBuilderRulesTest {
  private static final String COMPONENT = "aws:imagebuilder/component:Component";
  private static final String RECIPE = "aws:imagebuilder/imageRecipe:ImageRecipe";
  private static final String DISTRIBUTION =
      "aws:imagebuilder/distributionConfiguration:DistributionConfiguration";
  private static final String WINDOWS =
      "arn:aws:imagebuilder:eu-central-1:aws:image/windows-server-2025-english-full-base-x86/x.x.x";
  private static final String UPDATES =
      "arn:aws:imagebuilder:eu-central-1:aws:component/update-windows/x.x.x";

  private final Sandbox sandbox = new Sandbox();

  private LiveResource component(String data) {
    return sandbox.make(
        COMPONENT, "web-server", "platform", "Windows", "version", "1.0.0", "data", data);
  }

  private LiveResource recipe(String... components) {
    return sandbox.make(
        RECIPE,
        "recipe",
        "version",
        "1.0.0",
        "parentImage",
        WINDOWS,
        "components",
        List.of(components).stream().map(arn -> Map.of("componentArn", arn)).toList());
  }

  private LiveResource distribution(String parameter) {
    return sandbox.make(
        DISTRIBUTION,
        "distribution",
        "distributions",
        List.of(
            Map.of(
                "region",
                "eu-central-1",
                "ssmParameterConfigurations",
                List.of(Map.of("parameterName", parameter)))));
  }

  @Test
  void aRecipeNamesComponentsOfAwsAndOwnOnesThatExist() {
    assertThat(recipe(UPDATES, component("name: x").text("arn")).text("arn"))
        .startsWith("arn:aws:imagebuilder:eu-central-1:");
    String gone = "arn:aws:imagebuilder:eu-central-1:123456789012:component/gone/1.0.0/1";
    refuses(
        () -> recipe(gone),
        "NotFound: components[].componentArn names %s, which is no live %s"
            .formatted(gone, COMPONENT));
  }

  @Test
  void aComponentInUseIsNotDeleted() {
    LiveResource component = component("name: x");
    LiveResource recipe = recipe(component.text("arn"));
    refuses(
        () -> sandbox.delete(component),
        "DependencyViolation: %s is in use by %s (%s)"
            .formatted(component.id(), recipe.id(), RECIPE));
    sandbox.delete(recipe);
    sandbox.delete(component);
  }

  @Test
  void aComponentFitsIntoItsRequest() {
    assertThatThrownBy(() -> component("x".repeat(16_001)))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith(
            "InvalidParameterValueException: data must match [^\\x00]{1,16000}");
    component("x".repeat(16_000));
  }

  @Test
  void imageBuildersRoleWritesItsOwnParametersOnly() {
    refuses(
        () -> distribution("/mainstay-test/image"),
        "AccessDeniedException: distributions[].ssmParameterConfigurations[].parameterName must"
            + " match /imagebuilder/[a-zA-Z0-9_.\\-/]{1,998}, not /mainstay-test/image");
    distribution("/imagebuilder/mainstay-test/web");
  }

  private static void refuses(Runnable work, String message) {
    assertThatThrownBy(work::run).isInstanceOf(Refused.class).hasMessage(message);
  }
}
