package dev.mainstay.example;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.mockito.ArgumentMatcher;

/**
 * A mocked AWS for tests of programs: copy this file into yours. See docs/testing.md.
 *
 * <p>Every resource gets an id, an ARN and a name that follow from its logical name. {@link
 * #registered} and {@link #neverRegistered} verify what the program asked for.
 */
final class Aws {
  static final String ACCOUNT = "123456789012";

  static final Output<List<String>> SUBNET_IDS = Output.of(List.of("subnet-a", "subnet-b"));
  static final Output<String> GROUP_ID = Output.of("sg-1");
  static final Output<String> KEY_ARN =
      Output.of(
          "arn:aws:kms:eu-central-1:" + ACCOUNT + ":key/11111111-2222-3333-4444-555555555555");

  private final Mocks mocks = mock(Mocks.class);

  Aws() {
    when(mocks.newResourceAsync(any())).thenAnswer(call -> answer(call.getArgument(0)));
  }

  private static CompletableFuture<Mocks.ResourceResult> answer(Mocks.ResourceArgs args) {
    var state = new HashMap<String, Object>(args.inputs);
    state.putIfAbsent("name", args.name);
    state.put("arn", arn(args));
    state.put("arnSuffix", args.name + "/1");
    state.put("masterUserSecrets", List.of(Map.of("secretArn", arn(args) + "-secret")));
    return CompletableFuture.completedFuture(
        Mocks.ResourceResult.of(Optional.of(args.name + "-id"), state));
  }

  /** Mainstay reads region, account and partition from the ARN of its key. */
  private static String arn(Mocks.ResourceArgs args) {
    var service = args.type.split("[:/]", -1)[1];
    return "arn:aws:%s:eu-central-1:%s:%s".formatted(service, ACCOUNT, args.name);
  }

  /** Runs a program; fails if the program does. */
  TestResult run(Consumer<Context> program) {
    try {
      return PulumiTest.withMocks(mocks).runTest(program).throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
  }

  /** The program registers a resource of this type with this input, among others. */
  void registered(String type, String input, Object value) {
    verify(mocks).newResourceAsync(argThat(is(type, input, value)));
  }

  /** The program registers no resource of this type with this input. */
  void neverRegistered(String type, String input, Object value) {
    verify(mocks, never()).newResourceAsync(argThat(is(type, input, value)));
  }

  private static ArgumentMatcher<Mocks.ResourceArgs> is(String type, String input, Object value) {
    return new ArgumentMatcher<>() {
      @Override
      public boolean matches(Mocks.ResourceArgs args) {
        return args.type.equals(type) && value.equals(args.inputs.get(input));
      }

      @Override
      public String toString() {
        return "a %s with %s = %s".formatted(type, input, value);
      }
    };
  }
}
