package dev.mainstay.cost;

import dev.mainstay.cost.CostChange.Cause;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what makes the difference between two versions of a stack. The part of an input is what the
 * new version would cost less with the old value of that input alone.
 */
final class CostCauses {
  private static final int CENTS = 2;

  private final ResourceGraph before;
  private final ResourceGraph after;
  private final CostBasis basis;

  CostCauses(ResourceGraph before, ResourceGraph after, CostBasis basis) {
    this.before = before;
    this.after = after;
    this.basis = basis;
  }

  /** What adds up to {@code difference}. */
  List<Cause> of(BigDecimal difference) {
    var causes = new ArrayList<Cause>();
    inputs(causes);
    inOneOnly(after, before, "created", 1, causes);
    inOneOnly(before, after, "deleted", -1, causes);
    BigDecimal rest =
        difference.subtract(
            causes.stream().map(Cause::usd).reduce(BigDecimal.ZERO, BigDecimal::add));
    if (rest.signum() != 0) {
      causes.add(new Cause("the changes together, and rounding", rest));
    }
    return causes.stream()
        .sorted((one, other) -> other.usd().abs().compareTo(one.usd().abs()))
        .toList();
  }

  private void inputs(List<Cause> causes) {
    BigDecimal whole = exact(after);
    for (ResourceNode node : after.resources()) {
      before
          .byUrn(node.urn())
          .ifPresent(
              old ->
                  changed(old, node)
                      .forEach(
                          input -> {
                            BigDecimal with =
                                exact(after.with(node.urn(), reverted(node, old, input)));
                            add(node.name() + "." + input, whole.subtract(with), causes);
                          }));
    }
  }

  private static Set<String> changed(ResourceNode old, ResourceNode node) {
    var inputs = new TreeSet<>(old.inputs().keySet());
    inputs.addAll(node.inputs().keySet());
    return inputs.stream()
        .filter(input -> !Objects.equals(old.inputs().get(input), node.inputs().get(input)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The node with one input as it was. */
  private static ResourceNode reverted(ResourceNode node, ResourceNode old, String input) {
    var inputs = new TreeMap<>(node.inputs());
    if (old.inputs().containsKey(input)) {
      inputs.put(input, old.inputs().get(input));
    } else {
      inputs.remove(input);
    }
    List<Reference> references =
        Stream.concat(
                node.references().stream().filter(it -> !isAt(it, input)),
                old.references().stream().filter(it -> isAt(it, input)))
            .toList();
    return node.with(inputs, references);
  }

  private static boolean isAt(Reference reference, String input) {
    return reference.path().matches("\\Q" + input + "\\E([.\\[].*)?");
  }

  private BigDecimal exact(ResourceGraph graph) {
    return Bill.of(graph, basis).items().stream()
        .map(CostItem::usd)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void inOneOnly(
      ResourceGraph graph, ResourceGraph other, String verb, int sign, List<Cause> causes) {
    var names = new LinkedHashMap<String, List<String>>();
    var sums = new LinkedHashMap<String, BigDecimal>();
    for (Map.Entry<String, BigDecimal> each : byUrn(graph).entrySet()) {
      if (other.byUrn(each.getKey()).isEmpty()) {
        ResourceNode node = graph.byUrn(each.getKey()).orElseThrow();
        names.computeIfAbsent(node.type(), none -> new ArrayList<>()).add(node.name());
        sums.merge(node.type(), each.getValue(), BigDecimal::add);
      }
    }
    sums.forEach(
        (type, usd) -> {
          String kind = type.substring(type.lastIndexOf(':') + 1);
          List<String> of = names.get(type);
          String what = of.size() == 1 ? kind + " " + of.get(0) : of.size() + " x " + kind;
          add(what + " " + verb, usd.multiply(BigDecimal.valueOf(sign)), causes);
        });
  }

  private Map<String, BigDecimal> byUrn(ResourceGraph graph) {
    var sums = new LinkedHashMap<String, BigDecimal>();
    Bill.of(graph, basis)
        .items()
        .forEach(item -> sums.merge(item.urn(), item.usd(), BigDecimal::add));
    return sums;
  }

  private static void add(String what, BigDecimal usd, List<Cause> causes) {
    BigDecimal rounded = usd.setScale(CENTS, RoundingMode.HALF_UP);
    if (rounded.signum() != 0) {
      causes.add(new Cause(what, rounded));
    }
  }
}
