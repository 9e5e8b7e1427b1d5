package dev.mainstay.runloop;

import com.pulumi.Context;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Programs that end in each of the ways a Pulumi program can end. */
public enum FailurePrograms {
  SUCCESS(context -> context.export("name", parameter("only", "value").name())),
  FAILURE_OF_THE_PROGRAM(
      context -> {
        parameter("before", "value");
        throw new RunException("The program refuses.");
      }),
  UNEXPECTED_FAILURE_OF_THE_PROGRAM(
      context -> {
        throw new IllegalStateException("not foreseen");
      }),
  FAILURE_IN_AN_APPLY(
      context -> parameter("only", "value").name().applyValue(FailurePrograms::refuse)),
  ERROR_IN_AN_APPLY(
      context ->
          parameter("only", "value")
              .name()
              .applyValue(
                  name -> {
                    throw new AssertionError("an Error, not an Exception");
                  })),
  FAILURE_IN_A_REGISTRATION(
      context ->
          new Parameter("refused", ParameterArgs.builder().type("Novel").value("a value").build())),
  FAILURE_WHILE_OTHERS_ARE_IN_FLIGHT(
      context -> {
        parameter("first", "value").name().applyValue(FailurePrograms::refuse);
        IntStream.range(0, 200).forEach(number -> parameter("beside-" + number, "value"));
      }),
  LOGGED_ERROR(context -> context.log().error("logged, not thrown")),
  REGISTRATIONS_IN_APPLIES(
      context ->
          parameter("outer", "value")
              .name()
              .applyValue(name -> parameter("inner", "value").name())
              .apply(name -> name.applyValue(inner -> parameter("innermost", "value").name()))),
  THOUSANDS_OF_TASKS(
      context -> {
        List<Output<String>> names =
            IntStream.range(0, 3000)
                .mapToObj(number -> parameter("many-" + number, "value").name())
                .toList();
        context.export("count", Output.all(names).applyValue(List::size));
      });

  /** The environment variable that chooses a program. */
  public static final String CHOICE = "MAINSTAY_PROGRAM";

  @SuppressWarnings("ImmutableEnumChecker") // A program is code.
  final Consumer<Context> program;

  FailurePrograms(Consumer<Context> program) {
    this.program = program;
  }

  private static Parameter parameter(String name, String value) {
    return new Parameter(name, ParameterArgs.builder().type("String").value(value).build());
  }

  private static String refuse(String value) {
    throw new RunException("The apply refuses.");
  }

  /** Runs the chosen program. */
  public static void main(String[] args) {
    RunLoop.run(valueOf(System.getenv(CHOICE)).program);
  }
}
