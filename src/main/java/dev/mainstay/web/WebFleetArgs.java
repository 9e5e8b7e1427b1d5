package dev.mainstay.web;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Doubt;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Relaxation;
import dev.mainstay.config.Rule;
import dev.mainstay.config.Section;
import dev.mainstay.config.Warning;
import dev.mainstay.outputs.LoadBalancerTargets;
import java.util.List;
import java.util.Map;
import javax.annotation.Nonnull;
import javax.annotation.Nullable;

/** The web servers: section {@code mainstay:web}. */
public final class WebFleetArgs extends ResourceArgs implements Section {
  /** EC2 instance type. Default {@code m7i.large}. */
  @Import @Nullable public String instanceType;

  /**
   * Where the servers stand: {@code private} subnets (default), or {@code public} ones, each server
   * with a public address.
   */
  @Import @Nullable public String subnets;

  /** Smallest number of servers. Default 2, one in each of two zones. */
  @Import @Nullable public Integer minInstances;

  /** Largest number of servers. Default 4, or {@link #minInstances} if that is more. */
  @Import @Nullable public Integer maxInstances;

  /** How many servers carry the load. Default 1: a fleet of two survives the loss of a zone. */
  @Import @Nullable public Integer requiredInstances;

  /** Size of each server's encrypted disk, in GiB. Default 50. */
  @Import @Nullable public Integer rootVolumeGib;

  /** Name of the image's root device. Default {@code /dev/sda1}, as in images of Windows. */
  @Import @Nullable public String rootDeviceName;

  /**
   * What the servers boot from: an AMI id, or the name of a Systems Manager parameter that holds
   * one. Default: AWS's newest Windows Server 2025.
   *
   * <p>To roll out an image under alarms, name its AMI id; the way back is to name the former one.
   * A parameter is looked up whenever a server starts: a new value changes nothing that runs, and
   * there is no way back from it.
   */
  @Import @Nullable public String image;

  /**
   * Name of the EC2 key pair that decrypts the administrator's random password. Default: none; then
   * nobody knows the password, and the way in is Session Manager.
   */
  @Import @Nullable public String keyPair;

  /** Address ranges of operators who may use Remote Desktop, /16 to /32. Default: nobody. */
  @Import @Nullable public List<String> rdpCidrs;

  /** The application that each server fetches as it boots. Default: none. */
  @Import @Nullable public ApplicationArgs application;

  /**
   * Path of a file whose content is the servers' user data, at most 16 KB. It replaces the Windows
   * boot script, for any platform. Default: none.
   */
  @Import @Nullable public String userDataFile;

  /** What the number of servers follows. Default: nothing, it stays as it is. */
  @Import @Nullable public ScalingArgs scaling;

  /** Times from which the fleet has another size. Default: none. */
  @Import @Nullable public List<FleetScheduleArgs> schedules;

  /** Most connections that one server opens to the database. Default 20. */
  @Import @Nullable public Integer databaseConnectionsPerInstance;

  /**
   * How long a server may take from its launch until it is healthy, 60 to 7200 s. Default 600, or
   * 300 with {@link #userDataFile}.
   */
  @Import @Nullable public Integer bootSeconds;

  @Import @Nonnull String region;
  @Import Integer zones;
  @Import Map<String, String> tags = Map.of();
  @Import @Nonnull Output<List<String>> subnetIds;
  @Import @Nonnull Output<String> securityGroupId;

  /** Where the servers register; resolves once a listener forwards to it. Required. */
  @Import @Nonnull Output<String> targetGroupArn;

  /**
   * The load balancer as CloudWatch dimensions name it. Required for alarms and {@code
   * requestsPerTarget}.
   */
  @Import @Nullable Output<String> loadBalancerArnSuffix;

  /**
   * The target group as CloudWatch dimensions name it. Required for alarms and {@code
   * requestsPerTarget}.
   */
  @Import @Nullable Output<String> targetGroupArnSuffix;

  @Import String targetProtocol;
  @Import String healthPath;
  @Import @Nonnull String parametersPath;
  @Import @Nonnull Output<String> kmsKeyArn;

  /** The region, such as {@code eu-central-1}. Required. */
  public WebFleetArgs region(String name) {
    region = name;
    return this;
  }

  /** In how many zones the servers stand. Default 2. */
  public WebFleetArgs zones(int count) {
    zones = count;
    return this;
  }

  /** Tags of every resource, of the servers and of their volumes; see {@code Name} in Network. */
  public WebFleetArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  /** The subnets to stand in, resolved only when their way out exists. Required. */
  public WebFleetArgs subnetIds(Output<List<String>> ids) {
    subnetIds = ids;
    return this;
  }

  /** The servers' security group. Required. */
  public WebFleetArgs securityGroupId(Output<String> id) {
    securityGroupId = id;
    return this;
  }

  /** Where the servers register. Required. */
  public WebFleetArgs loadBalancer(LoadBalancerTargets targets) {
    targetGroupArn = targets.targetGroupArn();
    loadBalancerArnSuffix = targets.loadBalancerArnSuffix();
    targetGroupArnSuffix = targets.targetGroupArnSuffix();
    return this;
  }

  /** How the load balancer talks to the servers: {@code https} (default) or {@code http}. */
  public WebFleetArgs targetProtocol(String protocol) {
    targetProtocol = protocol;
    return this;
  }

  /** The path that answers health checks with 200. Default {@code /health}. */
  public WebFleetArgs healthPath(String path) {
    healthPath = path;
    return this;
  }

  /** Where the {@link ParameterNames} are, such as {@code /mainstay-prod}. Required. */
  public WebFleetArgs parametersPath(String path) {
    parametersPath = path;
    return this;
  }

  /** The key that encrypts the parameters. Required. */
  public WebFleetArgs kmsKeyArn(Output<String> arn) {
    kmsKeyArn = arn;
    return this;
  }

  public String instanceType() {
    return instanceType == null ? "m7i.large" : instanceType;
  }

  public String subnets() {
    return subnets == null ? "private" : subnets;
  }

  public int minInstances() {
    return minInstances == null ? 2 : minInstances;
  }

  public int maxInstances() {
    return maxInstances == null ? Math.max(4, minInstances()) : maxInstances;
  }

  public int requiredInstances() {
    return requiredInstances == null ? 1 : requiredInstances;
  }

  public int rootVolumeGib() {
    return rootVolumeGib == null ? 50 : rootVolumeGib;
  }

  public String rootDeviceName() {
    return rootDeviceName == null ? "/dev/sda1" : rootDeviceName;
  }

  public String image() {
    return image == null
        ? "/aws/service/ami-windows-latest/Windows_Server-2025-English-Full-Base"
        : image;
  }

  public List<String> rdpCidrs() {
    return rdpCidrs == null ? List.of() : rdpCidrs;
  }

  public List<FleetScheduleArgs> schedules() {
    return schedules == null ? List.of() : schedules;
  }

  public ScalingArgs scaling() {
    return scaling == null ? new ScalingArgs() : scaling;
  }

  public int databaseConnectionsPerInstance() {
    return databaseConnectionsPerInstance == null ? 20 : databaseConnectionsPerInstance;
  }

  public int bootSeconds() {
    return bootSeconds == null ? (userDataFile == null ? 600 : 300) : bootSeconds;
  }

  /** Whether so many servers, less those in the fullest of the zones, still carry the load. */
  boolean survivesZone(int servers) {
    int zoneCount = zones == null ? 2 : Math.max(zones, 1);
    int lost = (servers + zoneCount - 1) / zoneCount;
    return servers - lost >= requiredInstances();
  }

  /** The most servers that configuration ever asks for. */
  public int mostInstances() {
    return schedules().stream()
        .mapToInt(schedule -> schedule.maxInstances(this))
        .reduce(maxInstances(), Math::max);
  }

  /** Whether servers have addresses that the internet can reach. */
  public boolean standsInPublic() {
    return subnets().equals("public");
  }

  boolean scales() {
    return scaling().cpuPercent != null || scaling().requestsPerTarget != null;
  }

  boolean changesSize() {
    return scales() || !schedules().isEmpty();
  }

  String targetProtocol() {
    return targetProtocol == null ? "https" : targetProtocol;
  }

  String healthPath() {
    return healthPath == null ? "/health" : healthPath;
  }

  Image bootImage() {
    return new Image(image());
  }

  @Override
  public List<Problem> problems() {
    return Rule.check(WebFleetRules.ALL, this);
  }

  @Override
  public List<Warning> warnings() {
    return Doubt.warnings(WebFleetRules.DOUBTS, this);
  }

  @Override
  public List<Relaxation> relaxations() {
    return Relaxation.of(WebFleetRelaxations.ALL, this);
  }
}
