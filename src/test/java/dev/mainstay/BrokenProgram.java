package dev.mainstay;

import com.pulumi.Context;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import com.pulumi.resources.ResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.resources.StackOptions;
import dev.mainstay.config.ConfigValues;
import dev.mainstay.runloop.RunLoop;
import dev.mainstay.stack.StackConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The real stack with faults put in on the way to the engine: the tests must find each of them. */
public final class BrokenProgram {
  /** The environment variable that chooses a {@link Fault}. */
  public static final String FAULT = "MAINSTAY_FAULT";

  public static final String PLAIN_PASSWORD = "left-in-the-clear";

  private static final String DATABASE = "aws:rds/instance:Instance";

  private static final List<Subnet> PRIVATE_SUBNETS = new ArrayList<>();
  private static Resource database;

  /** What is wrong with the program. */
  public enum Fault {
    MISSPELT_PROPERTY,
    LONG_NAME,
    FLEET_AFTER_DATABASE,
    FLEET_BESIDE_NAT,
    INGRESS_BY_CIDR,
    PLAIN_SECRET
  }

  private BrokenProgram() {}

  public static void main(String[] args) {
    var fault = Fault.valueOf(System.getenv(FAULT));
    var options =
        StackOptions.builder().resourceTransformations(each -> broken(fault, each)).build();
    RunLoop.run(options, BrokenProgram::declare);
  }

  private static void declare(Context context) {
    var values = ConfigValues.fromEngine(System.getenv());
    MainstayStack.declare(
        context, StackConfig.of(context.projectName(), context.stackName(), values));
  }

  private static Optional<ResourceTransformation.Result> broken(
      Fault fault, ResourceTransformation.Args each) {
    remember(each.resource());
    if (!hits(fault, each.resource())) {
      return Optional.empty();
    }
    return Optional.of(
        new ResourceTransformation.Result(
            args(fault, each.args()), options(fault, each.options())));
  }

  private static boolean hits(Fault fault, Resource resource) {
    var type = resource.pulumiResourceType();
    return switch (fault) {
      case MISSPELT_PROPERTY -> type.equals("aws:ec2/vpc:Vpc");
      case LONG_NAME -> type.equals("aws:lb/loadBalancer:LoadBalancer");
      case FLEET_AFTER_DATABASE, FLEET_BESIDE_NAT -> type.equals("aws:autoscaling/group:Group");
      case INGRESS_BY_CIDR ->
          type.endsWith(":SecurityGroupIngressRule")
              && resource.pulumiResourceName().equals("security-web-to-database");
      case PLAIN_SECRET ->
          type.equals("aws:ssm/parameter:Parameter")
              && resource.pulumiResourceName().equals("connections-database-host");
    };
  }

  private static ResourceArgs args(Fault fault, ResourceArgs args) {
    switch (fault) {
      case MISSPELT_PROPERTY -> {
        return new MisspeltVpcArgs();
      }
      case LONG_NAME -> set(args, "name", Output.of("x".repeat(33)));
      case FLEET_AFTER_DATABASE -> {}
      case FLEET_BESIDE_NAT ->
          set(
              args,
              "vpcZoneIdentifiers",
              Output.all(PRIVATE_SUBNETS.stream().map(Subnet::id).toList()));
      case INGRESS_BY_CIDR -> {
        set(args, "referencedSecurityGroupId", null);
        set(args, "cidrIpv4", Output.of("10.0.0.0/16"));
      }
      case PLAIN_SECRET -> set(args, "value", Output.of(PLAIN_PASSWORD));
    }
    return args;
  }

  private static ResourceOptions options(Fault fault, ResourceOptions options) {
    return fault == Fault.FLEET_AFTER_DATABASE ? after(options, database) : options;
  }

  private static void remember(Resource resource) {
    if (resource.pulumiResourceType().equals(DATABASE)) {
      database = resource;
    }
    if (resource instanceof Subnet subnet && resource.pulumiResourceName().contains("private")) {
      PRIVATE_SUBNETS.add(subnet);
    }
  }

  private static ResourceOptions after(ResourceOptions options, Resource first) {
    return CustomResourceOptions.merge(
        (CustomResourceOptions) options, CustomResourceOptions.builder().dependsOn(first).build());
  }

  private static void set(ResourceArgs args, String property, Output<?> value) {
    try {
      var field = args.getClass().getDeclaredField(property);
      field.setAccessible(true);
      field.set(args, value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the SDK's args classes have changed", e);
    }
  }

  private static final class MisspeltVpcArgs extends ResourceArgs {
    @Import(name = "cidrBlok")
    @SuppressWarnings("unused") // Read by the SDK, by reflection.
    private final Output<String> cidrBlok = Output.of("10.0.0.0/16");
  }
}
