package dev.mainstay.simulator;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One AWS account with its provider, served to any number of engines on a local port. */
public final class SimulatedAws implements AutoCloseable {
  private final Account account = new Account();
  private final Journal journal = new Journal();
  private final Faults faults = new Faults();
  private final SimulatedProvider provider = new SimulatedProvider(account, journal, faults);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Server server;

  public SimulatedAws() {
    try {
      server =
          Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
              .executor(threads)
              .maxInboundMessageSize(Integer.MAX_VALUE)
              .addService(new ProviderService(provider))
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getPort();
  }

  public Account account() {
    return account;
  }

  public Journal journal() {
    return journal;
  }

  public Faults faults() {
    return faults;
  }

  public void pace(Pace pace) {
    provider.pace(pace);
  }

  /** Free of the engine, for tests of the simulator itself. */
  SimulatedProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    faults.clear();
    server.shutdownNow();
    threads.shutdownNow();
  }
}
