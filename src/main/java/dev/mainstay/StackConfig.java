package dev.mainstay;

import com.pulumi.resources.ResourceArgs;
import dev.mainstay.cache.CacheArgs;
import dev.mainstay.config.ConfigValues;
import dev.mainstay.config.ConfigValues.Secret;
import dev.mainstay.config.Doubt;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Relaxation;
import dev.mainstay.config.Rule;
import dev.mainstay.config.Section;
import dev.mainstay.config.SectionReader;
import dev.mainstay.config.Waivers;
import dev.mainstay.config.Warning;
import dev.mainstay.database.DatabaseArgs;
import dev.mainstay.edge.EdgeArgs;
import dev.mainstay.network.NetworkArgs;
import dev.mainstay.operations.OperationsArgs;
import dev.mainstay.security.EncryptionKeyArgs;
import dev.mainstay.security.SecurityGroupsArgs;
import dev.mainstay.web.ConnectionParametersArgs;
import dev.mainstay.web.WebFleetArgs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The configuration of one stack: a section for each component, and what concerns them all.
 *
 * <p>It exists only if it is sound: every problem of every section is found first, and they are
 * reported together.
 */
public final class StackConfig {
  private static final String NAMESPACE = "mainstay:";
  private static final String TAGS = NAMESPACE + "tags";
  private static final String DATABASE_PASSWORD = NAMESPACE + "databasePassword";
  private static final String CACHE_PASSWORD = NAMESPACE + "cachePassword";
  private static final String REGION = "aws:region";

  private final String project;
  private final String stack;
  private final NetworkArgs network = new NetworkArgs();
  private final DatabaseArgs database = new DatabaseArgs();
  private final CacheArgs cache = new CacheArgs();
  private final WebFleetArgs web = new WebFleetArgs();
  private final EdgeArgs edge = new EdgeArgs();
  private final OperationsArgs operations = new OperationsArgs();

  private final Map<String, Object> values;
  private final Map<String, String> tags = new TreeMap<>();
  private final Map<String, String> waivers;

  private StackConfig(
      String project, String stack, Map<String, Object> values, List<Problem> found) {
    this.project = project;
    this.stack = stack;
    this.values = values;
    var reader = new SectionReader();
    sections().forEach((name, section) -> reader.read(NAMESPACE + name, at(name), args(section)));
    tags.putAll(reader.readStrings(TAGS, values.get(TAGS)));
    waivers = reader.readStrings(Waivers.SECTION, values.get(Waivers.SECTION));
    found.addAll(reader.problems());
    shareWhatConcernsAll();
  }

  private void shareWhatConcernsAll() {
    int retentionDays = operations.logRetentionDays();
    network.region(region()).tags(tags()).logRetentionDays(retentionDays);
    database.region(region()).tags(tags()).logRetentionDays(retentionDays);
    database.defaultIdentifier(identity());
    cache
        .region(region())
        .tags(tags())
        .defaultIdentifier(identity())
        .logRetentionDays(retentionDays);
    web.zones(network.availabilityZones().size());
    web.region(region()).tags(tags()).parametersPath(parametersPath());
    web.targetProtocol(edge.targetProtocol()).healthPath(edge.healthPath());
    edge.region(region()).tags(tags()).logRetentionDays(retentionDays);
    operations.region(region()).tags(tags()).webBootSeconds(web.bootSeconds());
    operations.databaseClass(database.instanceClass()).databaseStorageGib(database.storageGib());
    operations.replicas(database.readReplicas()).cacheNodes(cache.replicas() + 1);
    databasePassword().ifPresent(secret -> database.password(secret.asOutput()));
    cachePassword().ifPresent(secret -> cache.password(secret.asOutput()));
  }

  /**
   * Reads and checks the configuration of a stack.
   *
   * @throws Refusal naming every problem, if there are any
   */
  public static StackConfig of(String project, String stack, ConfigValues given) {
    var found = new ArrayList<Problem>();
    var config = new StackConfig(project, stack, given.values(), found);
    found.addAll(config.unknownSections());
    // What could not be read counts as not set, so a waiver for it would seem to waive nothing.
    boolean readable = found.isEmpty();
    config
        .sections()
        .forEach(
            (name, section) ->
                section.problems().forEach(it -> found.add(it.under(NAMESPACE + name + "."))));
    found.addAll(Rule.check(StackRules.ALL, config));
    if (readable) {
      found.addAll(Waivers.problems(config.relaxations(), config.waivers, config.knownKeys()));
    }
    if (!found.isEmpty()) {
      throw new Refusal("The configuration of stack " + stack, config.bySection(found));
    }
    return config;
  }

  EncryptionKeyArgs key() {
    return new EncryptionKeyArgs().region(region()).tags(tags());
  }

  NetworkArgs network() {
    return network;
  }

  SecurityGroupsArgs groups() {
    return new SecurityGroupsArgs()
        .tags(tags())
        .clientCidrs(edge.allowedCidrs())
        .rdpCidrs(web.rdpCidrs())
        .targetPort(edge.targetPort())
        .databasePort(database.port());
  }

  DatabaseArgs database() {
    return database;
  }

  CacheArgs cache() {
    return cache;
  }

  EdgeArgs edge() {
    return edge;
  }

  WebFleetArgs web() {
    return web;
  }

  OperationsArgs operations() {
    return operations;
  }

  ConnectionParametersArgs connections() {
    return new ConnectionParametersArgs()
        .path(parametersPath())
        .tags(tags())
        .databaseName(database.name);
  }

  /**
   * Refuses what can be planned but not deployed.
   *
   * @throws Refusal naming every problem, if there are any
   */
  void refuseUnlessDeployable() {
    List<Problem> found =
        edge.deploymentProblems().stream().map(it -> it.under(NAMESPACE + "edge.")).toList();
    if (!found.isEmpty()) {
      throw new Refusal("The configuration of stack " + stack, found);
    }
  }

  /** What the stack's resources are called after, such as {@code mainstay-prod}. */
  public String identity() {
    return project + "-" + stack;
  }

  public String region() {
    return values.get(REGION) instanceof String name ? name : "";
  }

  /** The tags of every resource; their {@code Name} is the prefix of each resource's own. */
  public Map<String, String> tags() {
    var all = new TreeMap<String, String>();
    all.put("Name", identity());
    all.put("Project", project);
    all.put("Stack", stack);
    all.putAll(tags);
    return all;
  }

  /** The tags of the configuration, without the stack's own. */
  Map<String, String> ownTags() {
    return tags;
  }

  /** Where the stack's SSM parameters live. Systems Manager keeps some first letters to itself. */
  public String parametersPath() {
    return identity().matches("(?i)(aws|ssm).*") ? "/stack-" + identity() : "/" + identity();
  }

  /** The reasons given for what is relaxed, by configuration key. */
  public Map<String, String> waivers() {
    return Map.copyOf(waivers);
  }

  /** Everything about the configuration that only AWS knows. */
  public List<Warning> warnings() {
    var all = new ArrayList<>(Doubt.warnings(StackRules.DOUBTS, this));
    sections()
        .forEach(
            (name, section) ->
                section.warnings().forEach(it -> all.add(it.under(NAMESPACE + name + "."))));
    return all;
  }

  /** Everything that is cheaper or more open than the default. */
  public List<Relaxation> relaxations() {
    var all = new ArrayList<Relaxation>();
    sections()
        .forEach(
            (name, section) ->
                section.relaxations().forEach(each -> all.add(each.under(name + "."))));
    return all;
  }

  /** The master password of the database, if the stack brings its own. */
  Optional<Secret> databasePassword() {
    return secret(DATABASE_PASSWORD);
  }

  /** The password of the cache user, if there is to be one. */
  Optional<Secret> cachePassword() {
    return secret(CACHE_PASSWORD);
  }

  /** Whether {@code key} holds a value that is not encrypted. */
  boolean isPlain(String key) {
    return values.containsKey(NAMESPACE + key) && !(values.get(NAMESPACE + key) instanceof Secret);
  }

  /** Whether the region could be one; AWS opens new ones that no table knows yet. */
  boolean hasRegion() {
    return region().matches("[a-z]{2}(-[a-z]+)+-[0-9]");
  }

  private Optional<Secret> secret(String key) {
    return values.get(key) instanceof Secret secret ? Optional.of(secret) : Optional.empty();
  }

  private List<Problem> bySection(List<Problem> found) {
    var order = new ArrayList<>(List.of(REGION));
    order.addAll(knownSections());
    return found.stream()
        .sorted(Comparator.comparingInt(problem -> order.indexOf(sectionOf(problem.key()))))
        .toList();
  }

  private static String sectionOf(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }

  private Object at(String section) {
    return values.get(NAMESPACE + section);
  }

  private Map<String, Section> sections() {
    var sections = new LinkedHashMap<String, Section>();
    sections.put("network", network);
    sections.put("database", database);
    sections.put("cache", cache);
    sections.put("web", web);
    sections.put("edge", edge);
    sections.put("operations", operations);
    return sections;
  }

  /** In the order in which problems are reported. */
  private List<String> knownSections() {
    var known = new ArrayList<>(List.of(TAGS));
    sections().keySet().forEach(name -> known.add(NAMESPACE + name));
    known.addAll(List.of(DATABASE_PASSWORD, CACHE_PASSWORD, Waivers.SECTION));
    return known;
  }

  private List<Problem> unknownSections() {
    List<String> known = knownSections();
    return values.keySet().stream()
        .filter(key -> key.startsWith(NAMESPACE) && !known.contains(key))
        .map(key -> Problem.unknown(key, key, known))
        .toList();
  }

  private List<String> knownKeys() {
    var known = new ArrayList<String>();
    sections()
        .forEach(
            (name, section) ->
                SectionReader.shapeOf(section.getClass())
                    .keySet()
                    .forEach(key -> known.add(name + "." + key)));
    return known;
  }

  private static ResourceArgs args(Section section) {
    return (ResourceArgs) section;
  }
}
