package dev.mainstay.plugin;

import com.pulumi.core.internal.Internal;
import com.pulumi.provider.internal.Provider;
import com.pulumi.provider.internal.models.ConstructRequest;
import com.pulumi.provider.internal.models.ConstructResponse;
import com.pulumi.provider.internal.models.GetSchemaRequest;
import com.pulumi.provider.internal.models.GetSchemaResponse;
import com.pulumi.provider.internal.properties.PropertyValueSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Tells the engine what components there are, and constructs them. */
final class ComponentProvider implements Provider {
  @Override
  public CompletableFuture<GetSchemaResponse> getSchema(GetSchemaRequest request) {
    return CompletableFuture.completedFuture(new GetSchemaResponse(schema()));
  }

  /**
   * A refusal is returned, not thrown: what is thrown here, the SDK also logs, and the user would
   * read it twice.
   */
  @Override
  public CompletableFuture<ConstructResponse> construct(ConstructRequest request) {
    try {
      var component =
          Component.of(request.getType())
              .construct(request.getName(), request.getInputs(), request.getOptions());
      return PropertyValueSerializer.stateFromComponentResourceAsync(component)
          .thenCombine(
              Internal.of(component.urn()).getValueNullable(),
              (state, urn) -> new ConstructResponse(urn, state, Map.of()));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Made from the args classes and their Javadoc; a test fails when it is stale. */
  private static String schema() {
    try (var file = ComponentProvider.class.getResourceAsStream("schema.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
