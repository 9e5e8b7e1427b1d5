package dev.mainstay.disruption;

import static dev.mainstay.disruption.Felt.change;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void nestedInputsAreLookedUpFromTheInsideOut() {
    String server = "aws:ec2/instance:Instance";
    assertThat(
            change(
                server,
                Map.of("rootBlockDevice", Map.of("encrypted", false, "volumeSize", 8L)),
                Map.of("rootBlockDevice", Map.of("encrypted", true, "volumeSize", 9L))))
        .containsExactly(
            "it rootBlockDevice.encrypted: false -> true is DATA_LOSS (yes) immediately, loses the"
                + " volumes that are deleted with it, and local disks [terraform-provider-3.40]",
            "it rootBlockDevice.volumeSize: 8 -> 9 is NOTHING (no; AWS refuses another change for"
                + " 6 h) immediately, loses  [ec2-api-modify-volume]");
    assertThat(
            change(
                server,
                Map.of("ebsBlockDevices", List.of(Map.of("volumeSize", 8L))),
                Map.of("ebsBlockDevices", List.of(Map.of("volumeSize", 9L)))))
        .containsExactly(
            "it ebsBlockDevices[0].volumeSize: 8 -> 9 is DATA_LOSS (yes) immediately, loses the"
                + " volumes that are deleted with it, and local disks [terraform-provider-3.40]");
  }

  @Test
  void typesThatNobodyFeelsAreKnownAsAWhole() {
    assertThat(
            change(
                "aws:cloudwatch/metricAlarm:MetricAlarm",
                Map.of("threshold", 1L),
                Map.of("threshold", 2L)))
        .containsExactly(
            "it threshold: 1 -> 2 is NOTHING (no; the alarm fires at other values) immediately,"
                + " loses  [own reading]");
  }

  @Test
  void whatIsNotOnRecordIsUnknown() {
    assertThat(change("aws:braket/job:Job", Map.of("speed", 1L), Map.of("speed", 2L)))
        .containsExactly(
            "it speed: 1 -> 2 is UNKNOWN (not known: no record of this change of speed of"
                + " aws:braket/job:Job) , loses  []");
  }
}
