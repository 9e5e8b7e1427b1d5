package dev.mainstay.runloop;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Runner;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs a Pulumi program and waits for its tasks without polling.
 *
 * <p>The SDK's own runner asks every task again and again whether it is done, and on every pass
 * formats a text of all tasks in flight for a log that is off: its time grows with the square of
 * the number of resources, and it takes a thread from the program. This runner counts the tasks
 * instead: the last one to complete, or the first one to fail, ends the wait.
 *
 * <p>Everything else stays the SDK's: errors are collected, reported to the engine and turned into
 * an exit code by the runner it wraps, which is given a program that has already ended.
 */
final class WaitingRunner implements Runner {
  private final Runner sdk;
  private final Object lock = new Object();
  private long inFlight;
  private long registered;
  private Throwable failure;
  private CompletableFuture<Void> idle;

  WaitingRunner(Runner sdk) {
    this.sdk = sdk;
  }

  @Override
  public <T> void registerTask(String description, CompletableFuture<T> task) {
    synchronized (lock) {
      inFlight++;
      registered++;
    }
    var unused = task.whenComplete((value, error) -> completed(error));
  }

  @Override
  public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> program) {
    CompletableFuture<T> value = ContextAwareCompletableFuture.supplyAsync(program);
    registerTask("program", value);
    // Not before the program's own code has ended: a failed task does not cut it short.
    CompletableFuture<T> all = value.thenCompose(result -> idle().thenApply(done -> result));
    return all.handle((result, error) -> true).thenCompose(ended -> sdk.runAsync(all::join));
  }

  private CompletableFuture<Void> idle() {
    CompletableFuture<Void> future = new CompletableFuture<>();
    synchronized (lock) {
      idle = future;
    }
    endWait();
    // The continuations of the wait belong to this deployment, whichever thread ends it.
    return ContextAwareCompletableFuture.wrap(future);
  }

  private void completed(Throwable error) {
    synchronized (lock) {
      inFlight--;
      if (error != null && failure == null) {
        failure = error;
      }
    }
    endWait();
  }

  private void endWait() {
    CompletableFuture<Void> waiting;
    Throwable error;
    long seen;
    synchronized (lock) {
      waiting = idle;
      error = failure;
      seen = registered;
      if (waiting == null || (error == null && inFlight > 0)) {
        return;
      }
    }
    if (error != null) {
      waiting.completeExceptionally(error);
    } else {
      // What else hangs on the task that has just completed may register more.
      var unused = CompletableFuture.runAsync(() -> endIfStillIdle(waiting, seen));
    }
  }

  private void endIfStillIdle(CompletableFuture<Void> waiting, long seen) {
    boolean still;
    synchronized (lock) {
      still = inFlight == 0 && failure == null && registered == seen;
    }
    if (still) {
      waiting.complete(null);
    } else {
      endWait();
    }
  }
}
