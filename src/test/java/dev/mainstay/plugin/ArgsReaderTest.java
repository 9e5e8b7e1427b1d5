package dev.mainstay.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.provider.internal.properties.PropertyValue.OutputReference;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.Nonnull;
import org.junit.jupiter.api.Test;

class ArgsReaderTest {
  /** Args as components have them. */
  public static final class PartArgs extends ResourceArgs {
    @Import public Integer size;
    @Import public Boolean open;
    @Import public List<String> zones;
    @Import public Map<String, String> parameters;
    @Import public InnerArgs inner;
    @Import public List<InnerArgs> inners;
    @Import String region;
    @Import Output<String> vpcId;
    @Import Output<List<String>> subnetIds;
    @Import Output<Integer> port;
  }

  /** Args inside args. */
  public static final class InnerArgs extends ResourceArgs {
    @Import public String name;
    @Import public Double share;
  }

  /** Args that cannot be done without. */
  public static final class DemandingArgs extends ResourceArgs {
    @Import @Nonnull Output<List<String>> subnetIds;
    @Import @Nonnull String region;
    @Import @Nonnull Integer nodes;
  }

  private final PartArgs args = new PartArgs();

  private List<String> fill(Map<String, PropertyValue> inputs) {
    return messages(new ArgsReader(inputs).fill(args));
  }

  private static List<String> messages(List<Problem> problems) {
    return problems.stream().map(Problem::message).toList();
  }

  private static PropertyValue text(String value) {
    return PropertyValue.of(value);
  }

  private static PropertyValue fromResource(PropertyValue value, String urn) {
    return PropertyValue.of(new OutputReference(value, Set.of(urn)));
  }

  private static <T> OutputData<T> data(Output<T> output) {
    return Internal.of(output).getDataAsync().join();
  }

  @Test
  void plainValuesMapsAndListsArrive() {
    var problems =
        fill(
            Map.of(
                "size", PropertyValue.of(20.0),
                "open", PropertyValue.of(true),
                "zones", PropertyValue.of(List.of(text("a"), text("b"))),
                "parameters",
                    PropertyValue.of(
                        Map.of("max", PropertyValue.of(5), "on", PropertyValue.of(true))),
                "region", text("eu-central-1")));

    assertThat(problems).isEmpty();
    assertThat(args.size).isEqualTo(20);
    assertThat(args.open).isTrue();
    assertThat(args.zones).containsExactly("a", "b");
    assertThat(args.parameters).isEqualTo(Map.of("max", "5", "on", "true"));
    assertThat(args.region).isEqualTo("eu-central-1");
  }

  @Test
  void argsInsideArgsArriveAloneAndInLists() {
    var half = PropertyValue.of(Map.of("name", text("half"), "share", PropertyValue.of(0.5)));
    var whole = PropertyValue.of(Map.of("name", text("whole"), "share", PropertyValue.of(1.0)));

    assertThat(fill(Map.of("inner", half, "inners", PropertyValue.of(List.of(half, whole)))))
        .isEmpty();

    assertThat(args.inner.name).isEqualTo("half");
    assertThat(args.inner.share).isEqualTo(0.5);
    assertThat(args.inners).extracting(inner -> inner.share).containsExactly(0.5, 1.0);
  }

  @Test
  void anOutputKeepsWhatItComesFrom() {
    fill(Map.of("vpcId", fromResource(text("vpc-1"), "urn:vpc"), "port", PropertyValue.of(5432.0)));

    assertThat(data(args.vpcId).getValueNullable()).isEqualTo("vpc-1");
    assertThat(data(args.vpcId).getResources())
        .extracting(resource -> data(resource.urn()).getValueNullable())
        .containsExactly("urn:vpc");
    assertThat(data(args.port).getValueNullable()).isEqualTo(5432);
  }

  @Test
  void aListOfOutputsIsAnOutputOfAList() {
    var ids =
        PropertyValue.of(
            List.of(
                fromResource(text("subnet-1"), "urn:a"), fromResource(text("subnet-2"), "urn:b")));

    assertThat(fill(Map.of("subnetIds", ids))).isEmpty();
    assertThat(data(args.subnetIds).getValueNullable()).containsExactly("subnet-1", "subnet-2");
    assertThat(data(args.subnetIds).getResources()).hasSize(2);
  }

  @Test
  void whatIsUnknownInAPreviewStaysUnknown() {
    var ids = PropertyValue.of(List.of(text("subnet-1"), fromResource(null, "urn:b")));

    fill(Map.of("vpcId", PropertyValue.COMPUTED, "subnetIds", ids));

    assertThat(data(args.vpcId).isKnown()).isFalse();
    assertThat(data(args.subnetIds).isKnown()).isFalse();
    assertThat(data(args.subnetIds).getResources()).hasSize(1);
  }

  @Test
  void aSecretStaysOne() {
    fill(Map.of("vpcId", PropertyValue.ofSecret(fromResource(text("vpc-1"), "urn:vpc"))));

    assertThat(data(args.vpcId).isSecret()).isTrue();
    assertThat(data(args.vpcId).getValueNullable()).isEqualTo("vpc-1");
  }

  @Test
  void whatIsUnknownOrSecretIsNoPlainValue() {
    assertThat(
            fill(
                Map.of(
                    "size",
                    PropertyValue.COMPUTED,
                    "zones",
                    PropertyValue.of(List.of(PropertyValue.ofSecret(text("a")))))))
        .containsExactly(
            "size is unknown during preview; allowed: a value that is known before the update",
            "zones is a secret; allowed: a value that is not secret");
    assertThat(args.size).isNull();
    assertThat(args.zones).isNull();
  }

  @Test
  void valuesOfAnotherTypeAreReportedAsFromAConfigurationFile() {
    assertThat(
            fill(
                Map.of(
                    "size", PropertyValue.of(20.5),
                    "open", text("yes"),
                    "vpcId", PropertyValue.of(1.0),
                    "inner", PropertyValue.of(Map.of("nam", text("x"))),
                    "sizes", PropertyValue.of(1.0))))
        .containsExactly(
            "size is 20.5; allowed: a whole number, without quotes",
            "open is \"yes\"; allowed: true or false, without quotes",
            "inner.nam is not a known key; did you mean name?",
            "vpcId is 1; allowed: a string; put it in quotes: \"1\"",
            "sizes is not a known key; did you mean size?");
  }

  @Test
  void nullIsNotGiven() {
    assertThat(fill(Map.of("size", PropertyValue.NULL, "vpcId", PropertyValue.NULL))).isEmpty();
    assertThat(args.size).isNull();
    assertThat(args.vpcId).isNull();
  }

  @Test
  void whatCannotBeDoneWithoutIsMissed() {
    assertThat(messages(new ArgsReader(Map.of()).fill(new DemandingArgs())))
        .containsExactly(
            "subnetIds is missing; allowed: a list",
            "region is missing; allowed: a string",
            "nodes is missing; allowed: a whole number");
  }
}
