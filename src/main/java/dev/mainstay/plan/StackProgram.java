package dev.mainstay.plan;

import com.pulumi.Context;
import dev.mainstay.config.ConfigValues;
import dev.mainstay.config.Relaxation;
import dev.mainstay.config.Warning;
import dev.mainstay.cost.Usage;
import dev.mainstay.resilience.Targets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A stack that can be planned.
 *
 * @param region where it would be deployed
 * @param relaxations the settings that are less secure or less available than the default
 * @param waivers the reason for each, by configuration key
 * @param warnings possible errors that only AWS can confirm
 * @param targets what no failure may exceed
 * @param allowDataLoss the names of what may lose its data
 * @param usage the assumed usage
 * @param monthlyBudgetUsd its budget in USD per month; null if there is no limit
 * @param declare registers its resources
 */
public record StackProgram(
    String region,
    List<Relaxation> relaxations,
    Map<String, String> waivers,
    List<Warning> warnings,
    Optional<Targets> targets,
    List<String> allowDataLoss,
    Usage usage,
    BigDecimal monthlyBudgetUsd,
    Consumer<Context> declare) {

  /** Makes a program out of a stack's configuration, or refuses it. */
  @FunctionalInterface
  public interface Source {
    /**
     * The program of one stack.
     *
     * @throws dev.mainstay.config.Refusal if its configuration has problems
     */
    StackProgram of(String project, String stack, ConfigValues config);
  }
}
