package dev.mainstay.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

class DisruptionTableTest {
  @Test
  void everyRowNamesAKnownConditionAndEffect() throws Exception {
    try (var reader =
        new InputStreamReader(
            getClass().getResourceAsStream("/dev/mainstay/facts/disruption.csv"),
            StandardCharsets.UTF_8)) {
      var rows = CSVFormat.DEFAULT.builder().setHeader().get().parse(reader).getRecords();
      rows.remove(0);
      assertThat(rows)
          .isNotEmpty()
          .allSatisfy(
              row -> {
                assertThat(Condition.read(row.get("condition"))).isNotNull();
                assertThat(Effect.values()).extracting(Effect::name).contains(row.get("effect"));
                assertThat(row.get("sources")).isNotEmpty();
              });
    }
  }
}
