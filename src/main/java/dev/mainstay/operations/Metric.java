package dev.mainstay.operations;

import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A CloudWatch metric of one resource.
 *
 * @param statistic the statistic of a period: {@code Average}, {@code Maximum}, {@code Minimum},
 *     {@code Sum} or a percentile such as {@code p95}
 * @param dimensions the resource; sorted, so that every run writes the same text
 */
record Metric(
    String namespace, String name, String statistic, Output<Map<String, String>> dimensions) {

  /** A metric of the resource that one dimension identifies. */
  static Metric of(
      String namespace, String name, String statistic, String dimension, Output<String> value) {
    return new Metric(
        namespace, name, statistic, value.applyValue(it -> sorted(Map.of(dimension, it))));
  }

  /** A metric of the resource that two dimensions identify. */
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
