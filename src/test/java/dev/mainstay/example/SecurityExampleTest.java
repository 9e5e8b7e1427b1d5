package dev.mainstay.example;

import com.pulumi.core.Output;
import dev.mainstay.security.EncryptionKey;
import dev.mainstay.security.EncryptionKeyArgs;
import dev.mainstay.security.SecurityGroups;
import dev.mainstay.security.SecurityGroupsArgs;
import org.junit.jupiter.api.Test;

class SecurityExampleTest {
  private final Aws aws = new Aws();

  @Test
  void onlyTheWebServersReachTheDatabase() {
    aws.run(
        context ->
            new SecurityGroups(
                "security", new SecurityGroupsArgs().vpcId(Output.of("vpc-1")), null));

    aws.registered(
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "securityGroupId",
        "security-database-id");
  }

  @Test
  void theKeyRotatesItself() {
    aws.run(
        context -> new EncryptionKey("key", new EncryptionKeyArgs().region("eu-central-1"), null));

    aws.registered("aws:kms/key:Key", "enableKeyRotation", true);
  }
}
