package dev.mainstay.database;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mainstay.config.Tags;
import java.util.List;

/**
 * The log groups of an instance. RDS would create them without retention and without the stack's
 * key, so they are created before the instance.
 */
final class DatabaseLogs {
  static final List<String> EXPORTS = List.of("postgresql", "upgrade");

  private DatabaseLogs() {}

  static List<Resource> groups(
      String instance, String identifier, DatabaseArgs args, CustomResourceOptions child) {
    return EXPORTS.stream()
        .map(log -> group(instance + "-" + log, identifier + "/" + log, args, child))
        .toList();
  }

  private static Resource group(
      String name, String path, DatabaseArgs args, CustomResourceOptions child) {
    return new LogGroup(
        name,
        LogGroupArgs.builder()
            .name("/aws/rds/instance/" + path)
            .retentionInDays(args.logRetentionDays())
            .kmsKeyId(args.kmsKeyArn)
            .tags(Tags.named(args.tags, name))
            .build(),
        child);
  }
}
