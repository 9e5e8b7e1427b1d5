package dev.mainstay.simulator;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Makes chosen calls fail or hang. */
public final class Faults {
  private final List<Failing> failing = new CopyOnWriteArrayList<>();
  private final List<Hang> hangs = new CopyOnWriteArrayList<>();

  private record Failing(Predicate<Call> matches, AtomicInteger left, String message) {}

  /** A call held by the simulated AWS: accepted, under way, not answered. */
  public static final class Hang {
    private final Predicate<Call> matches;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean cancelled;

    private Hang(Predicate<Call> matches) {
      this.matches = matches;
    }

    /** Waits until a call hangs here. */
    public void awaitReached(Duration patience) throws InterruptedException {
      if (!reached.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("no call was held within " + patience);
      }
    }

    public void release() {
      released.countDown();
    }

    private void hold() {
      reached.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The next calls of this kind on this type fail. */
  public void fail(Operation operation, String type, int times, String message) {
    failing.add(
        new Failing(
            call -> call.operation() == operation && call.type().equals(type),
            new AtomicInteger(times),
            message));
  }

  /** Every resource's first creation fails, whenever it comes. */
  public void failFirstCreationOfEach(String message) {
    Set<String> failed = new HashSet<>();
    failing.add(
        new Failing(
            call -> {
              synchronized (failed) {
                return call.operation() == Operation.CREATE && failed.add(call.urn());
              }
            },
            new AtomicInteger(Integer.MAX_VALUE),
            message));
  }

  /** The first call of this kind on this type is accepted, and then gets no answer. */
  public Hang hang(Operation operation, String type) {
    var hang = new Hang(call -> call.operation() == operation && call.type().equals(type));
    hangs.add(hang);
    return hang;
  }

  public void clear() {
    failing.clear();
    hangs.forEach(Hang::release);
    hangs.clear();
  }

  void beforeAccepting(Call call) {
    for (var fault : failing) {
      if (fault.left.get() > 0 && fault.matches.test(call) && fault.left.getAndDecrement() > 0) {
        throw new Refused(fault.message);
      }
    }
  }

  /** Holds a call that was accepted. False when the engine gave up waiting for it. */
  boolean afterAccepting(Call call) {
    for (var hang : hangs) {
      if (hang.reached.getCount() > 0 && hang.matches.test(call)) {
        hang.hold();
        return !hang.cancelled;
      }
    }
    return true;
  }

  /** The engine cancels: what hangs is given up, though AWS has it. */
  void cancel() {
    hangs.forEach(
        hang -> {
          hang.cancelled = true;
          hang.release();
        });
  }
}
