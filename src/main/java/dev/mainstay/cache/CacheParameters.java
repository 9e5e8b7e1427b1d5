package dev.mainstay.cache;

import com.pulumi.aws.elasticache.ParameterGroup;
import com.pulumi.aws.elasticache.ParameterGroupArgs;
import com.pulumi.aws.elasticache.inputs.ParameterGroupParameterArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.facts.CacheVersion;
import java.util.TreeMap;

/** The parameters of a cache: the defaults of the engine, and the user's own. */
final class CacheParameters {
  private CacheParameters() {}

  /**
   * The name of the group contains its family, so a new major version creates a second group. While
   * changes wait for the maintenance window, the cache is still a member of the old group and AWS
   * refuses to delete it: Pulumi then leaves it in AWS (docs/decisions/0021).
   */
  static ParameterGroup group(String cache, CacheArgs args, CustomResourceOptions child) {
    String family = CacheVersion.familyOf(args.engine(), args.engineVersion());
    String name = cache + "-" + family.replace('.', '-');
    return new ParameterGroup(
        name,
        ParameterGroupArgs.builder()
            .family(family)
            .description("Parameters of the cache of " + args.defaultIdentifier + " for " + family)
            .parameters(
                new TreeMap<>(args.parameters())
                    .entrySet().stream()
                        .map(
                            entry ->
                                ParameterGroupParameterArgs.builder()
                                    .name(entry.getKey())
                                    .value(entry.getValue())
                                    .build())
                        .toList())
            .tags(Tags.named(args.tags, name))
            .build(),
        CustomResourceOptions.merge(
            child,
            CustomResourceOptions.builder().retainOnDelete(!args.applyImmediately()).build()));
  }
}
