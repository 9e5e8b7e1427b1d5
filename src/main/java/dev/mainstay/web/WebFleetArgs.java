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
   * Subnets of the servers: {@code private} (default), or {@code public}, with a public address for
   * each server.
   */
  @Import @Nullable public String subnets;

  /** Minimum number of servers. Default 2. */
  @Import @Nullable public Integer minInstances;

  /** Maximum number of servers. Default 4, or {@link #minInstances} if that is more. */
  @Import @Nullable public Integer maxInstances;

  /** Number of servers that the load requires. Default 1: two servers survive a zone failure. */
  @Import @Nullable public Integer requiredInstances;

  /** Size of each server's encrypted root volume, in GiB. Default 50. */
  @Import @Nullable public Integer rootVolumeGib;

  /** Name of the image's root device. Default {@code /dev/sda1}, as in Windows images. */
  @Import @Nullable public String rootDeviceName;

  /**
   * Image of the servers: an AMI id, or the name of a Systems Manager parameter with one. Default:
   * the newest Windows Server 2025 of AWS.
   *
   * <p>An AMI id has rollback: the deployment stops on alarms, and the previous id restores the
   * previous image. EC2 resolves a parameter at each launch: a new value changes no running server
   * and has no rollback.
   */
  @Import @Nullable public String image;

  /**
   * Name of an existing EC2 key pair, which decrypts the random administrator password. Default:
   * none; nobody knows the password then, and operators use Session Manager.
   */
  @Import @Nullable public String keyPair;

  /**
   * Public key for a new EC2 key pair: the path of a file, or the key in OpenSSH format. Windows
   * requires RSA, 2048 or 4096 bits. Not together with {@link #keyPair}. Default: none.
   */
  @Import @Nullable public String publicKey;

  /** IPv4 ranges with Remote Desktop access, /16 to /32. Default: none. */
  @Import @Nullable public List<String> rdpCidrs;

  /** The application that each server downloads at boot. Default: none. */
  @Import @Nullable public ApplicationArgs application;

  /**
   * Path of a file with the servers' user data, up to 16 KB. It replaces the Windows boot script,
   * for any platform. Default: none.
   */
  @Import @Nullable public String userDataFile;

  /** Target tracking of the number of servers. Default: none. */
  @Import @Nullable public ScalingArgs scaling;

  /** Schedules that change the size of the fleet. Default: none. */
  @Import @Nullable public List<FleetScheduleArgs> schedules;

  /** Maximum database connections of one server. Default 20. */
  @Import @Nullable public Integer databaseConnectionsPerInstance;

  /**
   * Time from launch to healthy that a server may take, 60 to 7200 s. Default 600, or 300 with
   * {@link #userDataFile}.
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

  /** Number of zones of the servers. Default 2. */
  public WebFleetArgs zones(int count) {
    zones = count;
    return this;
  }

  /**
   * Tags of every resource, server and volume; a {@code Name} becomes the prefix of their names.
   */
  public WebFleetArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  /** The subnets of the servers; they resolve once their internet access exists. Required. */
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

  /** Protocol between load balancer and servers: {@code https} (default) or {@code http}. */
  public WebFleetArgs targetProtocol(String protocol) {
    targetProtocol = protocol;
    return this;
  }

  /** Path of the health check, which returns 200. Default {@code /health}. */
  public WebFleetArgs healthPath(String path) {
    healthPath = path;
    return this;
  }

  /** Path of the {@link ParameterNames}, such as {@code /mainstay-prod}. Required. */
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

  /** Whether enough servers remain if the zone with most servers fails. */
  boolean survivesZone(int servers) {
    int zoneCount = zones == null ? 2 : Math.max(zones, 1);
    int lost = (servers + zoneCount - 1) / zoneCount;
    return servers - lost >= requiredInstances();
  }

  /** The largest size that the configuration allows. */
  public int mostInstances() {
    return schedules().stream()
        .mapToInt(schedule -> schedule.maxInstances(this))
        .reduce(maxInstances(), Math::max);
  }

  /** Whether servers have public addresses. */
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
