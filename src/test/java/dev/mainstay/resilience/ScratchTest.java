package dev.mainstay.resilience;

import dev.mainstay.CapturedStack;
import org.junit.jupiter.api.Test;

class ScratchTest {
  @Test
  void show() {
    for (String stack : new String[] {"prod", "dev"}) {
      System.out.println("=== " + stack);
      Resilience r = Resilience.of(CapturedStack.named(stack));
      for (Verdict v : r.verdicts()) {
        System.out.printf(
            "%-45s %-9s %-16s %s%n",
            v.failure().title(), v.outcome(), v.interruption().text(), v.dataLoss().text());
        v.why().forEach(w -> System.out.println("      " + w));
        System.out.println("      touches " + v.affected().size());
      }
      r.estimates().forEach(System.out::println);
      r.availability().arithmetic().forEach(System.out::println);
      System.out.println(r.notJudged());
    }
  }
}
