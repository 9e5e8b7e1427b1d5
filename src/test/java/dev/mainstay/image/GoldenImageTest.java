package dev.mainstay.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.Posture;
import dev.mainstay.posture.model.Status;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GoldenImageTest {
  private static final String PIPELINE = "aws:imagebuilder/imagePipeline:ImagePipeline";
  private static final String RECIPE = "aws:imagebuilder/imageRecipe:ImageRecipe";
  private static final String COMPONENT = "aws:imagebuilder/component:Component";
  private static final String BUILDER =
      "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration";
  private static final String DISTRIBUTION =
      "aws:imagebuilder/distributionConfiguration:DistributionConfiguration";
  private static final String RETENTION = "aws:imagebuilder/lifecyclePolicy:LifecyclePolicy";
  private static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
  private static final String ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
  private static final String TAG = "aws:ec2/tag:Tag";
  private static final String OF_AWS = "arn:aws:imagebuilder:eu-central-1:aws:";

  private final GoldenImageArgs args = ImageFixture.args();

  private Deployed deployed() {
    return ImageFixture.deployed(args);
  }

  @Test
  void itBuildsEachMonthWhenSomethingIsNewAndTriesWhatItBuilt() {
    ResourceNode pipeline = deployed().get(PIPELINE, "image");

    assertThat(pipeline.input("schedule.scheduleExpression")).contains("cron(0 2 ? * wed#4 *)");
    assertThat(pipeline.input("schedule.pipelineExecutionStartCondition"))
        .contains("EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE");
    assertThat(pipeline.input("imageTestsConfiguration.imageTestsEnabled")).contains(true);
    assertThat(pipeline.inputs()).containsEntry("enhancedImageMetadataEnabled", true);
  }

  @Test
  void nothingIsBuiltDuringAnUp() {
    assertThat(deployed().all("aws:imagebuilder/image:Image")).isEmpty();
  }

  @Test
  void anImageIsTheNewestWindowsWithItsUpdatesAndThenTheWebServer() {
    Deployed deployed = deployed();
    ResourceNode recipe = deployed.only(RECIPE);

    assertThat(recipe.input("parentImage"))
        .contains(OF_AWS + "image/windows-server-2025-english-full-base-x86/x.x.x");
    assertThat(recipe.input("components[0].componentArn"))
        .contains(OF_AWS + "component/update-windows/x.x.x");
    assertThat(deployed.graph().referenced(recipe, "components[1].componentArn"))
        .containsExactly(deployed.only(COMPONENT));
    assertThat(recipe.input("components[2].componentArn"))
        .contains(OF_AWS + "component/reboot-test-windows/x.x.x");
    assertThat(deployed.only(COMPONENT).inputs())
        .containsEntry("platform", "Windows")
        .containsEntry("data", ComponentDocument.text());
  }

  @Test
  void itsVolumeIsEncryptedWithAKeyThatAutoScalingMayUseAndNoLargerThanItMustBe() {
    ResourceNode recipe = deployed().only(RECIPE);

    assertThat(recipe.input("blockDeviceMappings[0].deviceName")).contains("/dev/sda1");
    assertThat(recipe.input("blockDeviceMappings[0].ebs"))
        .contains(Map.of("encrypted", "true", "volumeType", "gp3", "deleteOnTermination", "true"));
  }

  @Test
  void theServersThatBuildAreReachedByNobodyAndGoneAfterAFailure() {
    ResourceNode builder = deployed().only(BUILDER);

    assertThat(builder.inputs())
        .containsEntry("subnetId", "subnet-1")
        .containsEntry("terminateInstanceOnFailure", true)
        .doesNotContainKey("keyPair");
    assertThat(builder.input("securityGroupIds[0]")).contains("sg-1");
    assertThat(builder.input("instanceTypes[0]")).contains("m7i.large");
    assertThat(builder.input("instanceMetadataOptions.httpTokens")).contains("required");
    assertThat(builder.input("instanceMetadataOptions.httpPutResponseHopLimit")).contains(1L);
    assertThat(builder.input("resourceTags.Name")).contains("mainstay-test-image-builder");
  }

  @Test
  void theyMayDoWhatImageBuilderAsksForAndNothingOfTheStacks() {
    Deployed deployed = deployed();

    assertThat(deployed.all("aws:iam/rolePolicy:RolePolicy")).isEmpty();
    assertThat(deployed.all(ATTACHMENT))
        .extracting(ResourceNode::name, each -> each.text("policyArn", ""))
        .containsExactlyInAnyOrder(
            tuple(
                "image-builder-build", "arn:aws:iam::aws:policy/EC2InstanceProfileForImageBuilder"),
            tuple("image-builder-managed", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"),
            tuple(
                "image-retention",
                "arn:aws:iam::aws:policy/service-role/EC2ImageBuilderLifecycleExecutionPolicy"));
  }

  @Test
  void aFinishedImageHasADateAndItsIdIsWrittenWhereImageBuilderMay() {
    ResourceNode distribution = deployed().only(DISTRIBUTION);

    assertThat(distribution.input("distributions[0].region")).contains("eu-central-1");
    assertThat(distribution.input("distributions[0].amiDistributionConfiguration.name"))
        .contains("mainstay-test {{ imagebuilder:buildDate }}");
    assertThat(distribution.input("distributions[0].amiDistributionConfiguration.amiTags.Name"))
        .contains("mainstay-test-image");
    assertThat(distribution.input("distributions[0].ssmParameterConfigurations[0]"))
        .contains(
            Map.of(
                "parameterName", "/imagebuilder/mainstay-test/web", "dataType", "aws:ec2:image"));
  }

  @Test
  void aLongNameLeavesRoomForTheDate() {
    args.stackName("s".repeat(200));

    assertThat(
            deployed()
                .only(DISTRIBUTION)
                .text("distributions[0].amiDistributionConfiguration.name", ""))
        .isEqualTo("s".repeat(90) + " {{ imagebuilder:buildDate }}")
        .hasSizeLessThanOrEqualTo(127);
  }

  @Test
  void logsAreKeptUnderTheStacksKeyForAsLongAsOthersAndAreThereBeforeTheFirstBuild() {
    args.logRetentionDays(30);
    Deployed deployed = deployed();

    assertThat(deployed.all(LOG_GROUP))
        .hasSize(2)
        .allSatisfy(
            group ->
                assertThat(group.inputs())
                    .containsEntry("retentionInDays", 30L)
                    .containsEntry("kmsKeyId", Deployed.KEY_ARN));
    assertThat(deployed.get(LOG_GROUP, "image-builds").text("name", ""))
        .startsWith("/aws/imagebuilder/image-recipe-");
    assertThat(deployed.get(LOG_GROUP, "image-runs").text("name", ""))
        .startsWith("/aws/imagebuilder/pipeline/image-");
    assertThat(deployed.get(PIPELINE, "image").dependsOn())
        .contains(
            deployed.get(LOG_GROUP, "image-builds").urn(),
            deployed.get(ATTACHMENT, "image-builder-build").urn(),
            deployed.get(ATTACHMENT, "image-builder-managed").urn());
  }

  @Test
  void oldImagesAreRemovedButNeverTheOneInUse() {
    args.imageInUse("ami-0123456789abcdef0");
    Deployed deployed = deployed();
    ResourceNode retention = deployed.only(RETENTION);

    assertThat(retention.input("policyDetails[0].filter"))
        .contains(Map.of("type", "COUNT", "value", 6L));
    assertThat(retention.input("policyDetails[0].action.type")).contains("DELETE");
    assertThat(retention.input("policyDetails[0].action.includeResources"))
        .contains(Map.of("amis", true, "snapshots", true));
    assertThat(retention.input("policyDetails[0].exclusionRules.amis.tagMap"))
        .contains(Map.of("mainstay:in-use-by", "mainstay-test"));
    assertThat(deployed.only(TAG).inputs())
        .containsEntry("resourceId", "ami-0123456789abcdef0")
        .containsEntry("key", "mainstay:in-use-by")
        .containsEntry("value", "mainstay-test");
    assertThat(deployed.graph().referenced(retention, "resourceSelection"))
        .containsExactly(deployed.only(RECIPE));
  }

  @Test
  void aParameterIsNoImageThatCouldBeMarked() {
    args.imageInUse("/aws/service/ami-windows-latest/Windows_Server-2025-English-Full-Base");
    assertThat(deployed().all(TAG)).isEmpty();
  }

  @Test
  void whatIsConfiguredIsUsed() {
    args.schedule = "0 8 1 * ? *";
    args.keepImages = 12;
    args.instanceType = "c6a.xlarge";
    Deployed deployed = deployed();

    assertThat(deployed.get(PIPELINE, "image").input("schedule.scheduleExpression"))
        .contains("cron(0 8 1 * ? *)");
    assertThat(deployed.only(RETENTION).input("policyDetails[0].filter.value")).contains(12L);
    assertThat(deployed.only(BUILDER).input("instanceTypes[0]")).contains("c6a.xlarge");
  }

  @Test
  void serversAndImagesGetNoMoreTagsThanImageBuilderTakes() {
    var tags = new TreeMap<String, String>();
    for (int number = 10; number < 56; number++) {
      tags.put("Tag" + number, "x");
    }
    tags.put("Name", "mainstay-test");
    args.tags(tags);
    ResourceNode builder = deployed().only(BUILDER);

    assertThat(entries(builder, "resourceTags")).hasSize(30);
    assertThat(builder.input("resourceTags.Name")).contains("mainstay-test-image-builder");
    assertThat(builder.input("resourceTags.Tag10")).contains("x");
    assertThat(entries(builder, "tags")).hasSize(47);
  }

  private static Map<?, ?> entries(ResourceNode node, String path) {
    return (Map<?, ?>) node.input(path).orElseThrow();
  }

  @Test
  void everyControlThatAppliesIsKept() {
    assertThat(Posture.of(deployed().graph(), Map.of()))
        .filteredOn(result -> result.status() == Status.FAILED)
        .isEmpty();
  }
}
