package dev.mainstay.stack;

import static dev.mainstay.stack.Sections.NAMESPACE;

import dev.mainstay.cache.CacheArgs;
import dev.mainstay.config.ConfigValues;
import dev.mainstay.config.Doubt;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Relaxation;
import dev.mainstay.config.Rule;
import dev.mainstay.config.SectionReader;
import dev.mainstay.config.Waivers;
import dev.mainstay.config.Warning;
import dev.mainstay.cost.Usage;
import dev.mainstay.database.DatabaseArgs;
import dev.mainstay.edge.EdgeArgs;
import dev.mainstay.image.GoldenImageArgs;
import dev.mainstay.network.NetworkArgs;
import dev.mainstay.operations.OperationsArgs;
import dev.mainstay.resilience.Targets;
import dev.mainstay.security.EncryptionKeyArgs;
import dev.mainstay.security.SecurityGroupsArgs;
import dev.mainstay.web.ConnectionParametersArgs;
import dev.mainstay.web.WebFleetArgs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * The configuration of one stack: a section for each component, and what concerns all of them.
 *
 * <p>An instance exists only without problems: all problems of all sections are reported together.
 */
public final class StackConfig {
  private static final String TAGS = NAMESPACE + "tags";
  private static final String ALLOW_DATA_LOSS = NAMESPACE + "allowDataLoss";

  /** Waives missed targets; only the plan finds which targets are missed. */
  private static final String TARGETS = "operations.targets";

  /** Waives a budget that the estimate exceeds; the estimate is known only in the plan. */
  private static final String BUDGET = "operations.monthlyBudgetUsd";

  private static final String REGION = "aws:region";

  private final StackIdentity identity;
  private final Sections sections = new Sections();
  private final Secrets secrets;
  private final Map<String, Object> values;
  private final Map<String, String> waivers;
  private final LocalDate today;

  private StackConfig(
      String project,
      String stack,
      Map<String, Object> values,
      LocalDate today,
      List<Problem> found) {
    this.values = values;
    this.today = today;
    secrets = new Secrets(values);
    var reader = new SectionReader();
    sections.read(reader, values);
    identity = new StackIdentity(project, stack, reader.readStrings(TAGS, values.get(TAGS)));
    waivers = reader.readStrings(Waivers.SECTION, values.get(Waivers.SECTION));
    found.addAll(reader.problems());
    if (values.containsKey(ALLOW_DATA_LOSS) && !isListOfNames(values.get(ALLOW_DATA_LOSS))) {
      found.add(
          Problem.notAllowed(
              ALLOW_DATA_LOSS, values.get(ALLOW_DATA_LOSS), "a list of names, such as [database]"));
    }
    SharedSettings.handOut(this, identity);
  }

  /**
   * Reads and checks the configuration of a stack.
   *
   * @throws Refusal naming every problem, if there are any
   */
  public static StackConfig of(String project, String stack, ConfigValues given) {
    return of(project, stack, given, LocalDate.now(ZoneOffset.UTC));
  }

  /**
   * Reads and checks the configuration of a stack as of a day, on which waivers and the support of
   * versions depend.
   *
   * @throws Refusal naming every problem, if there are any
   */
  public static StackConfig of(String project, String stack, ConfigValues given, LocalDate today) {
    var found = new ArrayList<Problem>();
    var config = new StackConfig(project, stack, given.values(), today, found);
    found.addAll(config.keys().unknown(given.values()));
    // An unreadable value counts as not set, so its waiver would seem to have no effect.
    boolean readable = found.isEmpty();
    found.addAll(config.sections.problems());
    found.addAll(Rule.check(StackRules.ALL, config));
    if (readable) {
      found.addAll(
          Waivers.problems(
              config.relaxations(), config.waivers, config.sections.settings(), today));
    }
    if (!found.isEmpty()) {
      throw new Refusal("The configuration of stack " + stack, config.keys().sort(found));
    }
    return config;
  }

  LocalDate today() {
    return today;
  }

  public EncryptionKeyArgs key() {
    return new EncryptionKeyArgs().region(region()).tags(tags());
  }

  public NetworkArgs network() {
    return sections.network;
  }

  public SecurityGroupsArgs groups() {
    return new SecurityGroupsArgs()
        .tags(tags())
        .clientCidrs(edge().allowedCidrs())
        .rdpCidrs(web().rdpCidrs())
        .targetPort(edge().targetPort())
        .databasePort(database().port())
        .imageBuilder(goldenImage().isPresent());
  }

  public DatabaseArgs database() {
    return sections.database;
  }

  public CacheArgs cache() {
    return sections.cache;
  }

  public EdgeArgs edge() {
    return sections.edge;
  }

  public WebFleetArgs web() {
    return sections.web;
  }

  public OperationsArgs operations() {
    return sections.operations;
  }

  /** The golden image of the web servers; empty if not configured. */
  public Optional<GoldenImageArgs> goldenImage() {
    return sections
        .goldenImage()
        .map(
            args ->
                args.region(region())
                    .tags(tags())
                    .logRetentionDays(operations().logRetentionDays())
                    .stackName(identity())
                    .imageInUse(web().image()));
  }

  public ConnectionParametersArgs connections() {
    return new ConnectionParametersArgs()
        .path(identity.parametersPath())
        .tags(tags())
        .databaseName(database().name);
  }

  /**
   * Refuses a configuration that can be planned but not deployed.
   *
   * @throws Refusal naming every problem, if there are any
   */
  public void refuseUnlessDeployable() {
    List<Problem> found =
        edge().deploymentProblems().stream().map(it -> it.under(NAMESPACE + "edge.")).toList();
    if (!found.isEmpty()) {
      throw new Refusal("The configuration of stack " + identity.stack(), found);
    }
  }

  /** The prefix of resource names, such as {@code mainstay-prod}. */
  public String identity() {
    return identity.name();
  }

  public String region() {
    return values.get(REGION) instanceof String name ? name : "";
  }

  /** The tags of every resource; their {@code Name} is the prefix of each resource's own. */
  public Map<String, String> tags() {
    return identity.tags();
  }

  /** The tags of the configuration, without the stack's own. */
  Map<String, String> ownTags() {
    return identity.ownTags();
  }

  /** The reasons for relaxations, by configuration key. */
  public Map<String, String> waivers() {
    return Map.copyOf(waivers);
  }

  /** What may be wrong with the configuration and only AWS can tell. */
  public List<Warning> warnings() {
    var all = new ArrayList<>(Doubt.warnings(StackRules.DOUBTS, this));
    all.addAll(sections.warnings());
    return all;
  }

  /** The settings that are less secure or less available than the default. */
  public List<Relaxation> relaxations() {
    var all = new ArrayList<>(sections.relaxations());
    if (waivers.containsKey(TARGETS) && targets().isPresent()) {
      all.add(new Relaxation(TARGETS, "the targets may be missed"));
    }
    if (waivers.containsKey(BUDGET) && monthlyBudgetUsd() != null) {
      all.add(new Relaxation(BUDGET, "the estimate may exceed the budget"));
    }
    return all;
  }

  /** The recovery targets that every failure must meet. */
  public Optional<Targets> targets() {
    return Optional.ofNullable(operations().targets)
        .map(
            it ->
                new Targets(
                    it.rtoSeconds().map(Integer::longValue).orElse(Targets.NO_TARGET),
                    it.rpoSeconds().map(Integer::longValue).orElse(Targets.NO_TARGET)));
  }

  /** What the estimate of the cost assumes of the use. */
  public Usage usage() {
    return sections.usage.usage();
  }

  /** What the stack may cost per month; null if nothing limits it. */
  @Nullable
  public BigDecimal monthlyBudgetUsd() {
    return operations().monthlyBudgetUsd == null
        ? null
        : BigDecimal.valueOf(operations().monthlyBudgetUsd);
  }

  /** The names of resources or components whose data a change may delete. */
  public List<String> allowDataLoss() {
    return values.get(ALLOW_DATA_LOSS) instanceof List<?> names
        ? names.stream().map(Object::toString).toList()
        : List.of();
  }

  private static boolean isListOfNames(Object value) {
    return value instanceof List<?> names && names.stream().allMatch(String.class::isInstance);
  }

  private TopLevelKeys keys() {
    var known = new ArrayList<>(List.of(REGION, TAGS));
    known.addAll(sections.keys());
    known.addAll(Secrets.KEYS);
    known.addAll(List.of(ALLOW_DATA_LOSS, Waivers.SECTION));
    return new TopLevelKeys(known);
  }

  Secrets secrets() {
    return secrets;
  }

  /** Whether the region has the form of one; AWS opens regions that this release does not know. */
  boolean hasRegion() {
    return region().matches("[a-z]{2}(-[a-z]+)+-[0-9]");
  }
}
