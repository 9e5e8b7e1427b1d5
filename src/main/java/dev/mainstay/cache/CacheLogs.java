package dev.mainstay.cache;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.elasticache.inputs.ReplicationGroupLogDeliveryConfigurationArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.List;
import java.util.stream.Stream;

/** The slow log and the engine log of a cache, in CloudWatch. */
final class CacheLogs {
  private CacheLogs() {}

  static List<ReplicationGroupLogDeliveryConfigurationArgs> deliveries(
      String cache, CacheArgs args, CustomResourceOptions child) {
    return Stream.of("slow-log", "engine-log")
        .map(
            type ->
                ReplicationGroupLogDeliveryConfigurationArgs.builder()
                    .logType(type)
                    .logFormat("json")
                    .destinationType("cloudwatch-logs")
                    .destination(group(cache + "-" + type, args, child).name())
                    .build())
        .toList();
  }

  private static LogGroup group(String name, CacheArgs args, CustomResourceOptions child) {
    return new LogGroup(
        name,
        LogGroupArgs.builder()
            .retentionInDays(args.logRetentionDays())
            .kmsKeyId(args.kmsKeyArn)
            .tags(Tags.named(args.tags, name))
            .build(),
        child);
  }
}
