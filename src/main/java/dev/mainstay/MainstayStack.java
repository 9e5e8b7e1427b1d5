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
import dev.mainstay.stack.StackConfig;
import dev.mainstay.web.ConnectionParameters;
import dev.mainstay.web.WebFleet;

/** The architecture: which components a stack has, and what each takes from the others. */
final class MainstayStack {
  private MainstayStack() {}

  static void declare(Context stack, StackConfig config) {
    var key = new EncryptionKey("key", config.key(), null).arn();
    var network = new Network("network", config.network().kmsKeyArn(key), null);
    var groups = new SecurityGroups("security", config.groups().vpcId(network.vpcId()), null);

    var databaseArgs = config.database().subnetIds(network.dataSubnetIds()).kmsKeyArn(key);
    var database =
        new Database("database", databaseArgs.securityGroupId(groups.databaseId()), null);

    var cacheArgs = config.cache().subnetIds(network.dataSubnetIds()).kmsKeyArn(key);
    var cache = new Cache("cache", cacheArgs.securityGroupId(groups.cacheId()), null);

    var edgeArgs = config.edge().subnetIds(network.publicSubnetIds()).kmsKeyArn(key);
    edgeArgs.vpcId(network.vpcId()).securityGroupId(groups.loadBalancerId());
    var edge = new Edge("edge", edgeArgs, null);

    var webSubnetIds =
        config.web().standsInPublic() ? network.publicSubnetIds() : network.privateSubnetIds();
    var webArgs = config.web().subnetIds(webSubnetIds).kmsKeyArn(key);
    webArgs.securityGroupId(groups.webId()).loadBalancer(edge.targets());
    var web = new WebFleet("web", webArgs, null);

    // Servers start without the connection parameters and read them later, so nothing waits here.
    var connectionArgs = config.connections().roleName(web.roleName()).kmsKeyArn(key);
    connectionArgs.database(database.endpoint()).cache(cache.endpoint());
    var connections = new ConnectionParameters("connections", connectionArgs, null);

    var operationsArgs = config.operations().webGroupName(web.groupName()).kmsKeyArn(key);
    operationsArgs.loadBalancer(edge.targets()).database(database.instances());
    operationsArgs.cacheGroupId(cache.replicationGroupId());
    var operations = new Operations("operations", operationsArgs, null);

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
      var imageArgs = config.goldenImage().get().subnetIds(network.privateSubnetIds());
      imageArgs.kmsKeyArn(key).securityGroupId(groups.imageBuilderId());
      var image = new GoldenImage("image", imageArgs, null);
      stack.export("goldenImageParameter", image.parameterName());
    }
  }
}
