package dev.mainstay;

import com.pulumi.Context;
import dev.mainstay.cache.Cache;
import dev.mainstay.connections.ConnectionParameters;
import dev.mainstay.connections.ConnectionParametersArgs;
import dev.mainstay.database.Database;
import dev.mainstay.edge.Edge;
import dev.mainstay.network.Network;
import dev.mainstay.security.EncryptionKey;
import dev.mainstay.security.EncryptionKeyArgs;
import dev.mainstay.security.SecurityGroups;
import dev.mainstay.security.SecurityGroupsArgs;
import dev.mainstay.web.WebFleet;

/** The whole system: what it consists of, and what each part gets from the others. */
final class MainstayStack {
  private MainstayStack() {}

  static void declare(Context stack, StackConfig config) {
    var key = new EncryptionKey("key", config.in(new EncryptionKeyArgs()), null);
    var network = new Network("network", config.network().kmsKeyArn(key.arn()), null);
    var groups = new SecurityGroups("security", config.groups().vpcId(network.vpcId()), null);

    var databaseArgs = config.database().kmsKeyArn(key.arn());
    databaseArgs.subnetIds(network.dataSubnetIds()).securityGroupId(groups.databaseId());
    var database = new Database("database", databaseArgs, null);
  }
}
