package dev.mainstay.stack;

import com.pulumi.resources.ResourceArgs;
import dev.mainstay.cache.CacheArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Relaxation;
import dev.mainstay.config.Section;
import dev.mainstay.config.SectionReader;
import dev.mainstay.config.Warning;
import dev.mainstay.database.DatabaseArgs;
import dev.mainstay.edge.EdgeArgs;
import dev.mainstay.image.GoldenImageArgs;
import dev.mainstay.network.NetworkArgs;
import dev.mainstay.operations.OperationsArgs;
import dev.mainstay.web.WebFleetArgs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The sections of a stack's configuration: one for each component with settings, and the usage. */
final class Sections {
  static final String NAMESPACE = "mainstay:";

  final NetworkArgs network = new NetworkArgs();
  final DatabaseArgs database = new DatabaseArgs();
  final CacheArgs cache = new CacheArgs();
  final WebFleetArgs web = new WebFleetArgs();
  final EdgeArgs edge = new EdgeArgs();
  final OperationsArgs operations = new OperationsArgs();
  final UsageArgs usage = new UsageArgs();

  private final Map<String, Section> byName = new LinkedHashMap<>();

  Sections() {
    byName.put("network", network);
    byName.put("database", database);
    byName.put("cache", cache);
    byName.put("web", web);
    byName.put("edge", edge);
    byName.put("operations", operations);
    byName.put("usage", usage);
  }

  /** Fills the sections from {@code values}. */
  void read(SectionReader reader, Map<String, Object> values) {
    byName.forEach(
        (name, section) ->
            reader.read(NAMESPACE + name, values.get(NAMESPACE + name), (ResourceArgs) section));
  }

  /** The configuration keys of the sections, in the order in which problems are reported. */
  List<String> keys() {
    return byName.keySet().stream().map(NAMESPACE::concat).toList();
  }

  /** The keys of all settings, such as {@code database.multiAz}. */
  List<String> settings() {
    return each(
        (name, section) ->
            SectionReader.shapeOf(section.getClass()).keySet().stream()
                .map(key -> name + "." + key));
  }

  List<Problem> problems() {
    return each(
        (name, section) -> section.problems().stream().map(it -> it.under(NAMESPACE + name + ".")));
  }

  List<Warning> warnings() {
    return each(
        (name, section) -> section.warnings().stream().map(it -> it.under(NAMESPACE + name + ".")));
  }

  /** The section of the golden image, inside operations; empty if not configured. */
  Optional<GoldenImageArgs> goldenImage() {
    return Optional.ofNullable(operations.goldenImage)
        .map(
            keys -> {
              var args = new GoldenImageArgs();
              args.schedule = keys.schedule;
              args.keepImages = keys.keepImages;
              args.instanceType = keys.instanceType;
              return args;
            });
  }

  List<Relaxation> relaxations() {
    return each((name, section) -> section.relaxations().stream().map(it -> it.under(name + ".")));
  }

  private <T> List<T> each(BiFunction<String, Section, Stream<T>> part) {
    var all = new LinkedHashMap<>(byName);
    goldenImage().ifPresent(args -> all.put("operations.goldenImage", args));
    return all.entrySet().stream()
        .flatMap(entry -> part.apply(entry.getKey(), entry.getValue()))
        .toList();
  }
}
