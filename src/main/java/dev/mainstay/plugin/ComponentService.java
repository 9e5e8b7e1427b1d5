package dev.mainstay.plugin;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Empty;
import com.pulumi.Context;
import com.pulumi.core.internal.Internal;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.InlineDeploymentSettings;
import com.pulumi.exceptions.RunException;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.provider.internal.properties.PropertyValueSerializer;
import dev.mainstay.runloop.RunLoop;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/**
 * The gRPC service of the plugin: it lists the components and constructs them in parallel.
 *
 * <p>It replaces the SDK's {@code ResourceProviderService}, which ends the deployment of its thread
 * with each response, even if another component still uses it.
 */
final class ComponentService extends ResourceProviderImplBase {
  private final String engineAddress;
  private final PackageSchema schema = PackageSchema.shipped();

  ComponentService(String engineAddress) {
    this.engineAddress = engineAddress;
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
    answer(observer, PluginInfo.newBuilder().setVersion(schema.version()).build());
  }

  @Override
  public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> observer) {
    answer(observer, GetSchemaResponse.newBuilder().setSchema(schema.json()).build());
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
    answer(
        observer,
        ConfigureResponse.newBuilder()
            .setAcceptSecrets(true)
            .setAcceptResources(true)
            .setAcceptOutputs(true)
            .setSupportsPreview(true)
            .build());
  }

  @Override
  public void construct(ConstructRequest request, StreamObserver<ConstructResponse> observer) {
    try {
      var unused =
          RunLoop.inline(deployment(request))
              .runInlineAsync(context -> construct(request, context))
              .whenComplete((response, error) -> answer(observer, response, error));
    } finally {
      // For this thread only; the SDK has passed the deployment on to the construction.
      DeploymentInstanceHolder.setInstance(null);
    }
  }

  /**
   * A refusal is returned, not thrown: the SDK logs exceptions with a stack trace, which is right
   * for unexpected errors only.
   */
  private static CompletableFuture<ConstructResponse> construct(
      ConstructRequest request, Context context) {
    try {
      var component =
          Component.of(request.getType())
              .construct(
                  request.getName(),
                  PropertyValue.unmarshalProperties(request.getInputs()),
                  GivenOptions.of(request),
                  context.log());
      return PropertyValueSerializer.stateFromComponentResourceAsync(component)
          .thenCombine(
              Internal.of(component.urn()).getValueNullable(),
              (state, urn) ->
                  ConstructResponse.newBuilder()
                      .setUrn(urn)
                      .setState(PropertyValue.marshalProperties(state))
                      .build());
    } catch (RunException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private InlineDeploymentSettings deployment(ConstructRequest request) {
    return InlineDeploymentSettings.builder()
        .monitorAddr(request.getMonitorEndpoint())
        .engineAddr(engineAddress)
        .organization(request.getOrganization())
        .project(request.getProject())
        .stack(request.getStack())
        .isDryRun(request.getDryRun())
        .config(ImmutableMap.copyOf(request.getConfigMap()))
        .configSecretKeys(ImmutableSet.copyOf(request.getConfigSecretKeysList()))
        .build();
  }

  private static <T> void answer(StreamObserver<T> observer, T response, Throwable error) {
    if (error == null) {
      answer(observer, response);
      return;
    }
    var cause = error instanceof CompletionException ? error.getCause() : error;
    observer.onError(
        Status.UNKNOWN.withDescription(cause.getMessage()).withCause(cause).asRuntimeException());
  }

  private static <T> void answer(StreamObserver<T> observer, T response) {
    observer.onNext(response);
    observer.onCompleted();
  }
}
