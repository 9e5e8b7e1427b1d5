package dev.mainstay.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Problem;
import dev.mainstay.config.SectionReader;
import dev.mainstay.cost.Usage;
import dev.mainstay.cost.Use;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsageArgsTest {
  private final UsageArgs args = new UsageArgs();

  @Test
  void theDefaultsAreThoseOfASmallSite() {
    var defaults = new EnumMap<Use, Integer>(Use.class);
    for (Use use : Use.values()) {
      defaults.put(use, use.ofASmallSite());
    }

    assertThat(args.usage()).isEqualTo(new Usage(defaults));
    assertThat(args.problems()).isEmpty();
    assertThat(args.relaxations()).isEmpty();
  }

  @Test
  void everyQuantityHasAKeyAndEveryKeyAQuantity() {
    Set<String> keys =
        Stream.of(Use.values())
            .map(Use::key)
            .collect(Collectors.toCollection(java.util.TreeSet::new));

    assertThat(SectionReader.shapeOf(UsageArgs.class).keySet())
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void everyKeyIsReadFromItsSection() {
    var section = new HashMap<String, Object>();
    var expected = new EnumMap<Use, Integer>(Use.class);
    int quantity = 100;
    for (Use use : Use.values()) {
      section.put(use.key(), (long) quantity);
      expected.put(use, quantity);
      quantity++;
    }
    var reader = new SectionReader();
    reader.read("mainstay:usage", section, args);

    assertThat(reader.problems()).isEmpty();
    assertThat(args.usage()).isEqualTo(new Usage(Map.copyOf(expected)));
  }

  @Test
  void quantitiesBelowNothingAndAboveReasonAreRefused() {
    args.natGb = -1;
    args.imageBuildHours = 731;
    args.keyThousandRequests = 1_000_001;

    assertThat(args.problems())
        .extracting(Problem::message)
        .containsExactly(
            "natGb is -1; allowed: 0 to 1000000 (GB)",
            "keyThousandRequests is 1000001; allowed: 0 to 1000000 (thousand requests)",
            "imageBuildHours is 731; allowed: 0 to 730 (hours)");
  }

  @Test
  void theBoundsAreAllowed() {
    args.natGb = 0;
    args.logGb = 1_000_000;
    args.imageBuildHours = 730;

    assertThat(args.problems()).isEmpty();
  }
}
