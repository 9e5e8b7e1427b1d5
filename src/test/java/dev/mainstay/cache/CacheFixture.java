package dev.mainstay.cache;

import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import java.util.List;
import java.util.Map;

/** A cache with its defaults, and the resources that it registers. */
final class CacheFixture {
  static final String GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
  static final String PARAMETERS = "aws:elasticache/parameterGroup:ParameterGroup";
  static final String PASSWORD = "correct-horse-battery";

  private CacheFixture() {}

  static CacheArgs args() {
    return new CacheArgs()
        .region("eu-central-1")
        .tags(Map.of("Name", "mainstay-test"))
        .subnetIds(Output.of(List.of("subnet-a", "subnet-b")))
        .securityGroupId(Output.of("sg-1"))
        .kmsKeyArn(Deployed.keyArn())
        .defaultIdentifier("mainstay-test");
  }

  static Deployed deployed(CacheArgs args) {
    return Deployed.by(() -> new Cache("cache", args, null));
  }
}
