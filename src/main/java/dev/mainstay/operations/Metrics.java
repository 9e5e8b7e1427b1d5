package dev.mainstay.operations;

import com.pulumi.core.Output;
import java.util.List;

/** The CloudWatch metrics of the tiers of a stack. */
final class Metrics {
  private final OperationsArgs args;

  Metrics(OperationsArgs args) {
    this.args = args;
  }

  Metric loadBalancer(String name, String statistic) {
    return Metric.of(
        "AWS/ApplicationELB", name, statistic, "LoadBalancer", args.loadBalancerArnSuffix);
  }

  /** A metric of the web servers, reported by the load balancer. */
  Metric targets(String name, String statistic) {
    return Metric.of(
        "AWS/ApplicationELB",
        name,
        statistic,
        List.of("LoadBalancer", "TargetGroup"),
        args.loadBalancerArnSuffix,
        args.targetGroupArnSuffix);
  }

  Metric certificate(String name, String statistic, Output<String> arn) {
    return Metric.of("AWS/CertificateManager", name, statistic, "CertificateArn", arn);
  }

  /** A metric of all web servers, reported by EC2. */
  Metric servers(String name, String statistic) {
    return Metric.of("AWS/EC2", name, statistic, "AutoScalingGroupName", args.webGroupName);
  }

  /** A metric of the Auto Scaling group. */
  Metric group(String name, String statistic) {
    return Metric.of("AWS/AutoScaling", name, statistic, "AutoScalingGroupName", args.webGroupName);
  }

  Metric database(String name, String statistic) {
    return instance(name, statistic, args.databaseIdentifier);
  }

  /** A metric of a read replica; the first is number 1. */
  Metric replica(int number, String name, String statistic) {
    return instance(
        name, statistic, args.replicaIdentifiers.applyValue(all -> all.get(number - 1)));
  }

  /** A metric of a cache node; the first is number 1. */
  Metric cacheNode(int number, String name, String statistic) {
    return Metric.of(
        "AWS/ElastiCache",
        name,
        statistic,
        "CacheClusterId",
        args.cacheGroupId.applyValue(group -> "%s-%03d".formatted(group, number)));
  }

  Metric vault(String name, String statistic, Output<String> vault) {
    return Metric.of("AWS/Backup", name, statistic, "BackupVaultName", vault);
  }

  private static Metric instance(String name, String statistic, Output<String> identifier) {
    return Metric.of("AWS/RDS", name, statistic, "DBInstanceIdentifier", identifier);
  }
}
