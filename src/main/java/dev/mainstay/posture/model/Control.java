package dev.mainstay.posture.model;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A security or reliability control.
 *
 * @param name such as {@code RDS Multi-AZ}
 * @param ids its public identifiers, of AWS Security Hub and of Checkov
 * @param requirements what it wants
 */
public record Control(String name, List<String> ids, List<Requirement> requirements) {
  public Control(String name, List<String> ids, Requirement... requirements) {
    this(name, ids, List.of(requirements));
  }

  /** The configuration keys of which a waiver lets a stack do without some of this control. */
  public List<String> waiverKeys() {
    return requirements.stream().flatMap(each -> each.waivedBy().stream()).distinct().toList();
  }

  /** Its name spelled out, for people; other programs read {@link #name}, which stays. */
  public String title() {
    return ControlTitles.of(name);
  }

  /** The Pulumi types that it judges. */
  public List<String> judgedTypes() {
    return types(true);
  }

  /** Types of the same family that it does not judge: a stack that has one is not known. */
  public List<String> typesNotJudged() {
    return types(false);
  }

  private List<String> types(boolean judged) {
    return requirements.stream()
        .filter(each -> each.judges() == judged)
        .flatMap(each -> each.types().stream())
        .distinct()
        .toList();
  }

  /** How the control stands in a stack that gives {@code waivers}, reasons by configuration key. */
  public Result judge(ResourceGraph graph, Map<String, String> waivers) {
    var broken = new ArrayList<Finding>();
    var waived = new ArrayList<Finding>();
    var unknown = new ArrayList<Finding>();
    var reasons = new ArrayList<String>();
    boolean applies = false;
    for (Requirement requirement : requirements) {
      for (ResourceNode node : requirement.subjects(graph)) {
        applies = true;
        var finding = new Finding(node.urn(), node.type(), node.name(), requirement.wanted());
        Answer answer = requirement.answer(graph, node);
        if (answer == Answer.UNKNOWN) {
          unknown.add(finding);
        } else if (answer == Answer.NO) {
          requirement.waiver(waivers).ifPresent(reasons::add);
          (requirement.waiver(waivers).isPresent() ? waived : broken).add(finding);
        }
      }
    }
    return result(applies, broken, unknown, waived, reasons);
  }

  private Result result(
      boolean applies,
      List<Finding> broken,
      List<Finding> unknown,
      List<Finding> waived,
      List<String> reasons) {
    if (!broken.isEmpty()) {
      return new Result(this, Status.FAILED, broken, "");
    }
    if (!unknown.isEmpty()) {
      return new Result(this, Status.UNKNOWN, unknown, "");
    }
    if (!waived.isEmpty()) {
      String why = String.join("; ", reasons.stream().distinct().toList());
      return new Result(this, Status.WAIVED, waived, why);
    }
    return new Result(this, applies ? Status.PASSED : Status.NOT_APPLICABLE, List.of(), "");
  }

  /** Security Hub's ids and, by their numbers, Checkov's: {@code ids("RDS.5", 157)}. */
  public static List<String> ids(Object... securityHubIdsThenCheckovNumbers) {
    return Stream.of(securityHubIdsThenCheckovNumbers)
        .map(each -> each instanceof Integer number ? "CKV_AWS_" + number : each.toString())
        .toList();
  }
}
