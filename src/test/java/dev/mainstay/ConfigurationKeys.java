package dev.mainstay;

import com.pulumi.resources.ResourceArgs;
import dev.mainstay.cache.CacheArgs;
import dev.mainstay.config.SectionReader;
import dev.mainstay.database.DatabaseArgs;
import dev.mainstay.edge.EdgeArgs;
import dev.mainstay.network.NetworkArgs;
import dev.mainstay.operations.OperationsArgs;
import dev.mainstay.stack.UsageArgs;
import dev.mainstay.web.WebFleetArgs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sections of the configuration, in their order, with the classes that hold their keys. */
final class ConfigurationKeys {
  static final Map<String, Class<? extends ResourceArgs>> SECTIONS = sections();

  private ConfigurationKeys() {}

  private static Map<String, Class<? extends ResourceArgs>> sections() {
    var sections = new LinkedHashMap<String, Class<? extends ResourceArgs>>();
    sections.put("network", NetworkArgs.class);
    sections.put("database", DatabaseArgs.class);
    sections.put("cache", CacheArgs.class);
    sections.put("web", WebFleetArgs.class);
    sections.put("edge", EdgeArgs.class);
    sections.put("operations", OperationsArgs.class);
    sections.put("usage", UsageArgs.class);
    return sections;
  }

  /** Every key, as {@code section.key}. */
  static List<String> all() {
    var keys = new ArrayList<String>();
    SECTIONS.forEach(
        (name, args) ->
            SectionReader.shapeOf(args).keySet().forEach(key -> keys.add(name + "." + key)));
    return keys;
  }
}
