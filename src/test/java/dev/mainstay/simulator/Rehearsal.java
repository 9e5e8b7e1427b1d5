package dev.mainstay.simulator;

import com.pulumi.Context;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import dev.mainstay.runloop.RunLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An up against simulated AWS within this process: no engine and no wire, so that ten thousand of
 * them take minutes. The SDK registers a resource when all it depends on is there, so the order is
 * that of a real up.
 */
public final class Rehearsal implements Mocks {
  /** Held here, because loggers that nobody holds forget what they were told. */
  private static final Logger SDK_LOG = Logger.getLogger("com.pulumi");

  private final String prefix;
  private final Account account = new Account();
  private final SimulatedProvider provider =
      new SimulatedProvider(account, new Journal(), new Faults());
  private final List<String> refusals = new ArrayList<>();

  private Rehearsal(String project, String stack) {
    prefix = "urn:pulumi:%s::%s::".formatted(stack, project);
  }

  /**
   * What the provider or AWS refuses of a program first; empty if nothing.
   *
   * @param before puts into the account what is there beforehand
   * @throws IllegalStateException if the program fails by itself
   */
  public static Optional<String> refusal(
      String project,
      String stack,
      String region,
      Consumer<Account> before,
      Consumer<Context> program) {
    var rehearsal = new Rehearsal(project, stack);
    rehearsal.provider.region(region);
    before.accept(rehearsal.account);
    return rehearsal.run(project, stack, program);
  }

  private Optional<String> run(String project, String stack, Consumer<Context> program) {
    // What follows from a refusal is of no interest.
    SDK_LOG.setLevel(Level.OFF);
    try {
      var options = TestOptions.builder().projectName(project).stackName(stack).build();
      var result = RunLoop.runMocked(options, this, program);
      if (refusals.isEmpty() && !result.exceptions().isEmpty()) {
        throw new IllegalStateException("the program failed", result.exceptions().get(0));
      }
      if (refusals.isEmpty() && account.made().isEmpty()) {
        refusals.add("nothing was registered");
      }
      return refusals.stream().findFirst();
    } finally {
      SDK_LOG.setLevel(null);
      PulumiTest.cleanup();
    }
  }

  @Override
  public synchronized CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    var inputs = present(args.inputs);
    if (!args.type.startsWith("aws:") || !refusals.isEmpty()) {
      return CompletableFuture.completedFuture(ResourceResult.of(Optional.of("none"), inputs));
    }
    try {
      return CompletableFuture.completedFuture(create(args, inputs));
    } catch (Refused refused) {
      refusals.add("%s %s: %s".formatted(args.type, args.name, refused.getMessage()));
      return CompletableFuture.completedFuture(ResourceResult.of(Optional.of("none"), inputs));
    }
  }

  private ResourceResult create(ResourceArgs args, Map<String, Object> inputs) {
    var urn = prefix + args.type + "::" + args.name;
    var checked = provider.check(urn, Map.of(), inputs, "");
    if (!checked.failures().isEmpty()) {
      throw new Refused(checked.failures().toString());
    }
    var made = provider.create(urn, checked.inputs());
    return ResourceResult.of(Optional.of(made.id()), Trees.asMap(Secret.reveal(made.outputs())));
  }

  /** As on the wire, where what is null is left out. */
  private static Map<String, Object> present(Map<String, Object> inputs) {
    var result = new LinkedHashMap<String, Object>();
    inputs.forEach(
        (name, value) -> {
          var plain = plain(value);
          if (plain != null) {
            result.put(name, plain);
          }
        });
    return result;
  }

  private static Object plain(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Rehearsal::plain).orElse(null);
    }
    if (value instanceof Map<?, ?> map) {
      var entries = new HashMap<String, Object>();
      map.forEach((key, entry) -> entries.put((String) key, entry));
      return present(entries);
    }
    return value instanceof List<?> list ? list.stream().map(Rehearsal::plain).toList() : value;
  }
}
