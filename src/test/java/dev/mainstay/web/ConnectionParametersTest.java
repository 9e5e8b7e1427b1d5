package dev.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.outputs.CacheEndpoint;
import dev.mainstay.outputs.DatabaseEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConnectionParametersTest {
  private static final String PARAMETER = "aws:ssm/parameter:Parameter";
  private static final String POLICY = "aws:iam/rolePolicy:RolePolicy";
  private static final String DATABASE_SECRET = secret("database");
  private static final String CACHE_SECRET = secret("cache");

  private static final String DECRYPT =
      """
      {"Effect":"Allow","Action":["kms:Decrypt"],"Resource":["%s"],\
      "Condition":{"StringEquals":\
      {"kms:ViaService":"secretsmanager.eu-central-1.amazonaws.com"}}}\
      """
          .formatted(Deployed.KEY_ARN);

  private final ConnectionParametersArgs args =
      new ConnectionParametersArgs()
          .path("/mainstay-test")
          .kmsKeyArn(Deployed.keyArn())
          .roleName(Output.of("web-role"))
          .database(database())
          .cache(cache(null));

  private static DatabaseEndpoint database(String... readers) {
    return new DatabaseEndpoint(
        Output.of("db.internal"),
        Output.of(5432),
        Output.of(List.of(readers)),
        Output.of("db-ABC"),
        Output.of(DATABASE_SECRET));
  }

  private static CacheEndpoint cache(Output<String> secretArn) {
    return new CacheEndpoint(
        Output.of("cache.internal"),
        Output.of("reader.internal"),
        Output.of(6379),
        Output.of("arn:aws:elasticache:eu-central-1:123456789012:replicationgroup:cache"),
        Output.of("app"),
        Output.of("arn:aws:elasticache:eu-central-1:123456789012:user:app"),
        secretArn);
  }

  private static String secret(String name) {
    return "arn:aws:secretsmanager:eu-central-1:123456789012:secret:%s-AbCdEf".formatted(name);
  }

  private Deployed deployed() {
    return Deployed.by(() -> new ConnectionParameters("connections", args, null));
  }

  private Map<String, String> values() {
    return deployed().all(PARAMETER).stream()
        .collect(Collectors.toMap(it -> it.text("name", ""), it -> it.text("value", "")));
  }

  private String policy(String name) {
    ResourceNode policy = deployed().get(POLICY, name);
    assertThat(policy.text("role", "")).isEqualTo("web-role");
    return policy.text("policy", "");
  }

  @Test
  void everyAddressIsAParameterUnderThePath() {
    assertThat(values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "/mainstay-test/database/host", "db.internal",
                "/mainstay-test/database/port", "5432",
                "/mainstay-test/database/reader-hosts", "db.internal",
                "/mainstay-test/database/secret-arn", DATABASE_SECRET,
                "/mainstay-test/cache/host", "cache.internal",
                "/mainstay-test/cache/reader-host", "reader.internal",
                "/mainstay-test/cache/port", "6379",
                "/mainstay-test/cache/user", "app"));
  }

  @Test
  void theDatabaseOfTheApplicationAndItsReplicasAreNamedIfThereAreAny() {
    args.databaseName("shop");
    args.database(database("r1.internal", "r2.internal"));

    assertThat(values())
        .containsEntry("/mainstay-test/database/name", "shop")
        .containsEntry("/mainstay-test/database/reader-hosts", "r1.internal,r2.internal");
  }

  @Test
  void everyParameterIsEncryptedWithTheKey() {
    assertThat(deployed().all(PARAMETER))
        .hasSize(8)
        .allSatisfy(
            it ->
                assertThat(it.inputs())
                    .containsEntry("type", "SecureString")
                    .containsEntry("keyId", Deployed.KEY_ARN));
  }

  @Test
  void theRoleReadsTheSecretOfTheDatabaseAndConnectsAsTheApplication() {
    assertThat(policy("connections-database"))
        .isEqualTo(
            """
            {"Version":"2012-10-17","Statement":[\
            {"Effect":"Allow","Action":["secretsmanager:GetSecretValue"],"Resource":["%s"]},\
            {"Effect":"Allow","Action":["rds-db:connect"],"Resource":\
            ["arn:aws:rds-db:eu-central-1:123456789012:dbuser:db-ABC/app"]},%s]}\
            """
                .formatted(DATABASE_SECRET, DECRYPT));
  }

  @Test
  void theRoleConnectsToTheCacheByItsOwnTokens() {
    assertThat(policy("connections-cache"))
        .isEqualTo(
            """
            {"Version":"2012-10-17","Statement":[\
            {"Effect":"Allow","Action":["elasticache:Connect"],"Resource":\
            ["arn:aws:elasticache:eu-central-1:123456789012:replicationgroup:cache",\
            "arn:aws:elasticache:eu-central-1:123456789012:user:app"]}]}\
            """);
  }

  @Test
  void thePasswordOfTheCacheIsReadFromItsSecret() {
    args.cache(cache(Output.of(CACHE_SECRET)));

    assertThat(values()).containsEntry("/mainstay-test/cache/secret-arn", CACHE_SECRET);
    assertThat(policy("connections-cache"))
        .isEqualTo(
            """
            {"Version":"2012-10-17","Statement":[\
            {"Effect":"Allow","Action":["secretsmanager:GetSecretValue"],"Resource":["%s"]},%s]}\
            """
                .formatted(CACHE_SECRET, DECRYPT));
  }

  @Test
  void theNamesAreAnOutput() {
    var names = new ArrayList<List<String>>();
    Deployed.by(
        () ->
            names.add(
                PulumiTest.extractValue(
                    new ConnectionParameters("connections", args, null).names())));

    assertThat(names.get(0)).hasSize(8).contains("/mainstay-test/cache/host");
  }
}
