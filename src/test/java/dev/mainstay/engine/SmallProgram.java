package dev.mainstay.engine;

import com.pulumi.Context;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import dev.mainstay.runloop.RunLoop;
import java.util.List;

/** A program small enough to test the simulator on the engine: a network and a database in it. */
final class SmallProgram {
  private SmallProgram() {}

  public static void main(String[] args) {
    RunLoop.run(SmallProgram::stack);
  }

  private static void stack(Context context) {
    var config = context.config();
    var vpc = new Vpc("network", VpcArgs.builder().cidrBlock("10.0.0.0/16").build());
    var subnets =
        List.of("a", "b").stream()
            .map(
                zone ->
                    new Subnet(
                            "data-" + zone,
                            SubnetArgs.builder()
                                .vpcId(vpc.id())
                                .cidrBlock("10.0." + (zone.charAt(0) - 'a') + ".0/24")
                                .availabilityZone("eu-central-1" + zone)
                                .build())
                        .id())
            .toList();
    var group =
        new SubnetGroup(
            "database",
            SubnetGroupArgs.builder().subnetIds(com.pulumi.core.Output.all(subnets)).build());
    var database =
        new Instance(
            "database",
            InstanceArgs.builder()
                .engine("postgres")
                .engineVersion("17")
                .instanceClass(config.get("class").orElse("db.t4g.micro"))
                .allocatedStorage(20)
                .storageEncrypted(true)
                .username("keeper")
                .password(config.requireSecret("password"))
                .dbSubnetGroupName(group.name())
                .deletionProtection(config.getBoolean("protected").orElse(false))
                .skipFinalSnapshot(true)
                .build());
    context.export("address", database.address());
  }
}
