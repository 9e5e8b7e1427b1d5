package dev.mainstay.example;

import dev.mainstay.cache.Cache;
import dev.mainstay.cache.CacheArgs;
import org.junit.jupiter.api.Test;

class CacheExampleTest {
  private final Aws aws = new Aws();

  @Test
  void aCacheFailsOverBetweenZones() {
    aws.run(
        context ->
            new Cache(
                "cache",
                new CacheArgs()
                    .region("eu-central-1")
                    .subnetIds(Aws.SUBNET_IDS)
                    .securityGroupId(Aws.GROUP_ID)
                    .kmsKeyArn(Aws.KEY_ARN)
                    .defaultIdentifier("shop"),
                null));

    aws.registered(
        "aws:elasticache/replicationGroup:ReplicationGroup", "automaticFailoverEnabled", true);
    aws.registered(
        "aws:elasticache/replicationGroup:ReplicationGroup", "transitEncryptionEnabled", true);
  }
}
