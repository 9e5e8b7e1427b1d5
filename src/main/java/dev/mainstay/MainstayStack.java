package dev.mainstay;

import com.pulumi.Context;
import dev.mainstay.cache.Cache;
import dev.mainstay.database.Database;
import dev.mainstay.edge.Edge;
import dev.mainstay.image.GoldenImage;
import dev.mainstay.network.Network;
import dev.mainstay.operations.Operations;
import dev.mainstay.security.EncryptionKey;
import dev.mainstay.security.SecurityGroups;
import dev.mainstay.web.ConnectionParameters;
import dev.mainstay.web.WebFleet;

/** The whole system: what it consists of, and what each part gets from the others. */
final class MainstayStack {
  private MainstayStack() {}

  static void declare(Context stack, StackConfig config) {
    var key = new EncryptionKey("key", config.key(), null);
    var keyArn = key.arn();
    var network = new Network("network", config.network().kmsKeyArn(keyArn), null);
    var groups = new SecurityGroups("security", config.groups().vpcId(network.vpcId()), null);

    var databaseArgs = config.database().subnetIds(network.dataSubnetIds()).kmsKeyArn(keyArn);
    databaseArgs.securityGroupId(groups.databaseId());
    var database = new Database("database", databaseArgs, null);

    var cacheArgs = config.cache().subnetIds(network.dataSubnetIds()).kmsKeyArn(keyArn);
    cacheArgs.securityGroupId(groups.cacheId());
    var cache = new Cache("cache", cacheArgs, null);

    var edgeArgs = config.edge().vpcId(network.vpcId()).subnetIds(network.publicSubnetIds());
    edgeArgs.securityGroupId(groups.loadBalancerId()).kmsKeyArn(keyArn);
    var edge = new Edge("edge", edgeArgs, null);

    var webSubnetIds =
        config.web().standsInPublic() ? network.publicSubnetIds() : network.privateSubnetIds();
    var webArgs = config.web().subnetIds(webSubnetIds).securityGroupId(groups.webId());
    webArgs.kmsKeyArn(keyArn).loadBalancerArnSuffix(edge.loadBalancerArnSuffix());
    webArgs.targetGroupArn(edge.targetGroupArn()).targetGroupArnSuffix(edge.targetGroupArnSuffix());
    var web = new WebFleet("web", webArgs, null);

    // Beside the fleet, not before it: a server boots without them and looks again.
    var connectionArgs = config.connections().kmsKeyArn(keyArn).roleName(web.roleName());
    connectionArgs.database(database.address(), database.port(), database.readerAddresses());
    connectionArgs.databaseAccess(database.secretArn(), database.resourceId());
    connectionArgs.cache(cache.primaryEndpoint(), cache.readerEndpoint(), cache.port());
    connectionArgs.cacheAccess(cache.arn(), cache.userName(), cache.userArn());
    connectionArgs.cacheSecretArn(config.cache().hasPassword() ? cache.secretArn() : null);
    var connections = new ConnectionParameters("connections", connectionArgs, null);

    var watch = config.operations().loadBalancerArnSuffix(edge.loadBalancerArnSuffix());
    watch.certificateArn(config.edge().https() ? edge.certificateArn() : null).kmsKeyArn(keyArn);
    watch.targetGroupArnSuffix(edge.targetGroupArnSuffix()).webGroupName(web.groupName());
    watch.databaseIdentifier(database.identifier()).databaseArn(database.arn());
    watch.databaseSubnetGroupName(database.subnetGroupName());
    watch.databaseParameterGroupName(database.parameterGroupName());
    watch.replicaIdentifiers(database.readerIdentifiers()).cacheGroupId(cache.replicationGroupId());
    var operations = new Operations("operations", watch, null);

    stack.export("url", edge.url());
    stack.export("loadBalancerDnsName", edge.dnsName());
    stack.export("certificateArn", edge.certificateArn());
    stack.export("vpcId", network.vpcId());
    stack.export("databaseEndpoint", database.address());
    stack.export("databaseReaderEndpoints", database.readerAddresses());
    stack.export("databaseSecretArn", database.secretArn());
    stack.export("cachePrimaryEndpoint", cache.primaryEndpoint());
    stack.export("cacheReaderEndpoint", cache.readerEndpoint());
    stack.export("webGroupName", web.groupName());
    stack.export("connectionParameters", connections.names());
    stack.export("dashboardUrl", operations.dashboardUrl());
    if (config.goldenImage().isPresent()) {
      var args = config.goldenImage().get().subnetIds(network.privateSubnetIds()).kmsKeyArn(keyArn);
      var image = new GoldenImage("image", args.securityGroupId(groups.imageBuilderId()), null);
      stack.export("goldenImageParameter", image.parameterName());
    }
  }
}
