package dev.mainstay.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every call that reached the simulated AWS, in order of arrival. */
public final class Journal {
  private static final long QUIET_MILLIS = 1500;

  private final List<Entry> entries = new ArrayList<>();

  /**
   * One call and how it went.
   *
   * @param inputs what was sent, its secrets hidden: a secret sent in the clear stays readable
   * @param outcome empty until the call ended; then {@code done} or the refusal
   */
  public record Entry(Call call, Map<String, Object> inputs, String outcome) {}

  synchronized int begin(Call call, Map<String, Object> inputs) {
    entries.add(new Entry(call, Trees.asMap(Secret.hide(inputs)), ""));
    return entries.size() - 1;
  }

  synchronized void end(int position, String outcome) {
    var entry = entries.get(position);
    entries.set(position, new Entry(entry.call(), entry.inputs(), outcome));
  }

  /** Waits until a single call is under way, and for a while no other comes. */
  public synchronized void awaitNothingButOneUnderWay(Duration patience)
      throws InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    var calls = -1;
    while (calls != entries.size() || underWay() != 1) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(underWay() + " calls are under way");
      }
      calls = entries.size();
      wait(QUIET_MILLIS);
    }
  }

  private long underWay() {
    return entries.stream().filter(entry -> entry.outcome().isEmpty()).count();
  }

  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The calls of a kind that came after a {@link #mark()}. */
  public synchronized List<Call> calls(Operation operation, int since) {
    return entries.subList(since, entries.size()).stream()
        .map(Entry::call)
        .filter(call -> call.operation() == operation)
        .toList();
  }

  public List<Call> calls(Operation operation) {
    return calls(operation, 0);
  }

  /** Where the journal stands now. */
  public synchronized int mark() {
    return entries.size();
  }
}
