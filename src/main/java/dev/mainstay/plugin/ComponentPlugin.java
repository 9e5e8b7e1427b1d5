package dev.mainstay.plugin;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import java.io.IOException;
import java.util.logging.Logger;

/** Entry point of the components for programs in other languages: {@code plugin/}. */
public final class ComponentPlugin {
  /** A strong reference, since a logger without one is collected and loses its filter. */
  private static final Logger SDK_LOG =
      Logger.getLogger("com.pulumi.deployment.internal.DeploymentImpl");

  private ComponentPlugin() {}

  /** The address of the engine is the last argument, after flags for logging. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      throw new IllegalArgumentException(
          "requires the address of the Pulumi engine, which starts this plugin");
    }
    // The engine shows these messages itself.
    SDK_LOG.setFilter(message -> false);
    var server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .maxInboundMessageSize(Integer.MAX_VALUE)
            .addService(new ComponentService(args[args.length - 1]))
            .build()
            .start();
    // The engine reads the port from the output.
    System.out.println(server.getPort());
    server.awaitTermination();
  }
}
