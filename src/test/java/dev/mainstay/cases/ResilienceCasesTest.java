package dev.mainstay.cases;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Exports of stacks: what {@code analyze} says of failures. */
class ResilienceCasesTest {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> resilience() {
    return Cases.of("resilience", this::disagreement);
  }

  private String disagreement(Case each) {
    Report report = Report.analyze(each.input(folder), folder);
    return FailureExpectation.in(each.expected())
        .map(expectation -> expectation.disagreement(report))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("; "));
  }
}
