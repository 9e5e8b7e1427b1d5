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
   * The name of the group contains its family. A new major version creates a second group, and
   * Pulumi deletes the old one once nothing uses it.
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
        child);
  }
}
