package dev.mainstay.operations;

import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A number that CloudWatch keeps about one resource.
 *
 * @param statistic how the values of a period become one: {@code Average}, {@code Maximum}, {@code
 *     Minimum}, {@code Sum} or a percentile such as {@code p95}
 * @param dimensions which resource it is of; sorted, so that every run writes them alike
 */
record Metric(
    String namespace, String name, String statistic, Output<Map<String, String>> dimensions) {

  /** A metric of the resource that one dimension tells. */
  static Metric of(
      String namespace, String name, String statistic, String dimension, Output<String> value) {
    return new Metric(
        namespace, name, statistic, value.applyValue(it -> sorted(Map.of(dimension, it))));
  }

  /** A metric of the resource that two dimensions tell. */
  static Metric of(
      String namespace,
      String name,
      String statistic,
      List<String> dimensions,
      Output<String> first,
      Output<String> second) {
    return new Metric(
        namespace,
        name,
        statistic,
        Output.tuple(first, second)
            .applyValue(
                both -> sorted(Map.of(dimensions.get(0), both.t1, dimensions.get(1), both.t2))));
  }

  boolean isPercentile() {
    return statistic.startsWith("p");
  }

  private static Map<String, String> sorted(Map<String, String> dimensions) {
    return new TreeMap<>(dimensions);
  }
}
