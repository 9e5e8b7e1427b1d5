package dev.mainstay.cases;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The cases of a part as tests. {@code MAINSTAY_CASE=R01} runs one of them. */
final class Cases {
  private Cases() {}

  /**
   * One test for each case.
   *
   * @param disagreement what the program says otherwise than expected; empty if it agrees
   */
  static Stream<DynamicTest> of(String part, Function<Case, String> disagreement) {
    String wanted = System.getenv("MAINSTAY_CASE");
    return Case.of(part).stream()
        .filter(each -> wanted == null || wanted.equals(each.name()))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name() + ": " + each.title(),
                    () -> Disagreements.hold(each, disagreement.apply(each))));
  }
}
