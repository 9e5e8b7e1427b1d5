package dev.mainstay.plugin;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import java.io.IOException;
import java.util.logging.Logger;

/** Entry point of the components for programs in other languages: {@code plugin/}. */
public final class ComponentPlugin {
  /** Held here, because loggers that nobody holds forget what they were told. */
  private static final Logger SDK_LOG =
      Logger.getLogger("com.pulumi.deployment.internal.DeploymentImpl");

  private ComponentPlugin() {}

  /** The engine's address comes last, after switches for logging. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      throw new IllegalArgumentException("started by the Pulumi engine, with its address");
    }
    // It would repeat on the error stream what the engine shows as a message.
    SDK_LOG.setFilter(message -> false);
    var server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .maxInboundMessageSize(Integer.MAX_VALUE)
            .addService(new ComponentService(args[args.length - 1]))
            .build()
            .start();
    // What the engine waits for.
    System.out.println(server.getPort());
    server.awaitTermination();
  }
}
