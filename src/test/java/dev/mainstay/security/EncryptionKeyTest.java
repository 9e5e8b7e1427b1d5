package dev.mainstay.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EncryptionKeyTest {
  private final EncryptionKeyArgs args =
      new EncryptionKeyArgs().region("eu-central-1").tags(Map.of("Name", "mainstay-test"));

  private final Deployed deployed = Deployed.by(() -> new EncryptionKey("key", args, null));

  private List<JsonObject> statements() {
    String policy = deployed.only("aws:kms/keyPolicy:KeyPolicy").text("policy", "");
    return JsonParser.parseString(policy)
        .getAsJsonObject()
        .getAsJsonArray("Statement")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  @Test
  void theKeyIsRotatedAndCanBeRestoredForAMonth() {
    assertThat(deployed.only("aws:kms/key:Key").inputs())
        .containsEntry("enableKeyRotation", true)
        .containsEntry("deletionWindowInDays", 30L);
  }

  @Test
  void nobodyButTheAccountAndNamedServicesMayUseIt() {
    assertThat(statements())
        .extracting(statement -> statement.get("Principal").toString())
        .contains(
            "{\"AWS\":\"arn:aws:iam::123456789012:root\"}",
            "{\"Service\":\"logs.eu-central-1.amazonaws.com\"}",
            "{\"Service\":\"cloudwatch.amazonaws.com\"}")
        .noneMatch(principal -> principal.contains("*"));
  }

  @Test
  void servicesMayUseItForThisAccountAlone() {
    assertThat(statements())
        .filteredOn(statement -> statement.getAsJsonObject("Principal").has("Service"))
        .isNotEmpty()
        .allSatisfy(
            statement ->
                assertThat(statement.get("Condition").toString()).contains("123456789012"));
  }

  @Test
  void alarmsDatabaseEventsAndBudgetsMayPublishToATopicUnderIt() {
    for (String service :
        List.of("cloudwatch.amazonaws.com", "events.rds.amazonaws.com", "budgets.amazonaws.com")) {
      assertThat(statements())
          .extracting(JsonObject::toString)
          .contains(
              "{\"Effect\":\"Allow\",\"Action\":[\"kms:Decrypt\",\"kms:GenerateDataKey*\"],"
                  + "\"Principal\":{\"Service\":\"%s\"},\"Resource\":[\"*\"],".formatted(service)
                  + "\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"}}}");
    }
  }

  @Test
  void theArnItHandsOutIsThatOfTheKey() {
    Deployed used =
        Deployed.by(
            () -> {
              var key = new EncryptionKey("key", args, null);
              new Topic("topic", TopicArgs.builder().kmsMasterKeyId(key.arn()).build());
            });

    ResourceNode topic = used.only("aws:sns/topic:Topic");
    assertThat(used.graph().referenced(topic, "kmsMasterKeyId"))
        .extracting(ResourceNode::type)
        .containsExactly("aws:kms/key:Key");
  }
}
