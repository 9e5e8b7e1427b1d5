package dev.mainstay.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.mainstay.config.Relaxation;
import dev.mainstay.cost.Amount;
import dev.mainstay.cost.CostChange;
import dev.mainstay.cost.MonthlyCost;
import dev.mainstay.disruption.Change;
import dev.mainstay.disruption.Disruption;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.exposure.Reachability;
import dev.mainstay.posture.model.Result;
import dev.mainstay.resilience.Resilience;
import dev.mainstay.resilience.Targets;
import dev.mainstay.text.Visible;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything, for other tools: the captured graph, as {@link dev.mainstay.graph.GraphJson} reads
 * it, with what was found in it. Several stacks are a list under {@code stacks}.
 */
public final class JsonReport {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private JsonReport() {}

  public static String of(List<PlannedStack> stacks) {
    List<Stack> all = stacks.stream().map(Stack::of).toList();
    return Visible.json(JSON.toJson(all.size() == 1 ? all.get(0) : Map.of("stacks", all))) + "\n";
  }

  /** The graph comes first, with the names that it has by itself. */
  private record Stack(
      String project,
      String stack,
      String region,
      List<ResourceNode> resources,
      Map<String, Object> outputs,
      List<Relaxation> relaxations,
      Map<String, String> waivers,
      Resilience resilience,
      Targets targets,
      List<Targets.Comparison> missedTargets,
      List<Control> posture,
      Reachability reachability,
      Cost cost,
      List<Change> changes,
      CostChange costChange) {

    static Stack of(PlannedStack stack) {
      Findings findings = stack.findings();
      return new Stack(
          stack.graph().project(),
          stack.graph().stack(),
          stack.region(),
          stack.graph().resources(),
          stack.graph().outputs(),
          stack.relaxations(),
          new TreeMap<>(stack.waivers()),
          findings.resilience(),
          findings.targets().orElse(null),
          findings.missedTargets(),
          findings.posture().stream().map(Control::of).toList(),
          findings.reachability(),
          Cost.of(findings.cost()),
          findings.disruption().map(Disruption::changes).orElse(null),
          findings.costChange().orElse(null));
    }
  }

  private record Control(
      String name, List<String> ids, String status, List<Result.Finding> findings, String reason) {
    static Control of(Result result) {
      return new Control(
          result.control().name(),
          result.control().ids(),
          result.status().name(),
          result.findings(),
          result.reason());
    }
  }

  private record Cost(Amount total, Map<String, Amount> byComponent, MonthlyCost items) {
    static Cost of(MonthlyCost cost) {
      return new Cost(cost.total(), cost.byComponent(), cost);
    }
  }
}
