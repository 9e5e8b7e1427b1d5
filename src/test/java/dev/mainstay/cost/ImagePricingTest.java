package dev.mainstay.cost;

import static dev.mainstay.cost.Estimate.in;
import static dev.mainstay.cost.Estimate.lines;
import static dev.mainstay.cost.Estimate.notPriced;
import static dev.mainstay.graph.HandMade.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImagePricingTest {
  private static final String PIPELINE = "aws:imagebuilder/imagePipeline:ImagePipeline";
  private static final String RECIPE = "aws:imagebuilder/imageRecipe:ImageRecipe";
  private static final String BUILDER =
      "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration";

  @Test
  void aPipelinePaysForItsInstanceAndItsSnapshots() {
    var graph =
        in("eu-central-1")
            .with(RECIPE, "web", Map.of("parentImage", "arn:aws:image/windows-server-2025"))
            .with(BUILDER, "web", Map.of("instanceTypes", List.of("m6i.large")))
            .with(
                PIPELINE,
                "web",
                Map.of(),
                to("imageRecipeArn", RECIPE, "web"),
                to("infrastructureConfigurationArn", BUILDER, "web"))
            .with(PIPELINE, "blind", Map.of());

    assertThat(lines(graph))
        .containsExactly(
            "snapshots of images: 50 gb-month x 0.054 = 2.70"
                + " (50 GB of snapshots (usage.imageGb))",
            "m6i.large that builds images: 2 hour x 0.207 = 0.41"
                + " (2 hours (usage.imageBuildHours))",
            "snapshots of images: 50 gb-month x 0.054 = 2.70"
                + " (50 GB of snapshots (usage.imageGb))");
    assertThat(notPriced(graph))
        .containsExactly("instances that build images: their type is not known");
  }
}
