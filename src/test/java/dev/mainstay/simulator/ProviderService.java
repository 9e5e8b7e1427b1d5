package dev.mainstay.simulator;

import com.google.protobuf.Any;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.function.Supplier;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ErrorResourceInitFailed;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/** Speaks the engine's protocol for the simulated provider. */
final class ProviderService extends ResourceProviderImplBase {
  private static final String VERSION = "6.83.0";

  private final SimulatedProvider provider;

  ProviderService(SimulatedProvider provider) {
    this.provider = provider;
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
    answer(observer, () -> PluginInfo.newBuilder().setVersion(VERSION).build());
  }

  /** Programs in other languages than Java learn from it what types there are. */
  @Override
  public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> observer) {
    answer(
        observer,
        () -> GetSchemaResponse.newBuilder().setSchema(ProviderSchema.json(VERSION)).build());
  }

  @Override
  public void attach(PluginAttach request, StreamObserver<Empty> observer) {
    answer(observer, Empty::getDefaultInstance);
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
    answer(observer, () -> CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
    answer(
        observer,
        () -> DiffResponse.newBuilder().setChanges(DiffResponse.DiffChanges.DIFF_NONE).build());
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
    answer(
        observer,
        () -> {
          var region = Secret.reveal(PropertyCodec.read(request.getArgs()).get("region"));
          if (region instanceof String name) {
            provider.region(name);
          }
          return ConfigureResponse.newBuilder()
              .setAcceptSecrets(true)
              .setSupportsPreview(true)
              .build();
        });
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
    answer(
        observer,
        () -> {
          var checked =
              provider.check(
                  request.getUrn(),
                  PropertyCodec.read(request.getOlds()),
                  PropertyCodec.read(request.getNews()),
                  request.getRandomSeed().toStringUtf8());
          var response =
              CheckResponse.newBuilder().setInputs(PropertyCodec.write(checked.inputs()));
          checked
              .failures()
              .forEach(
                  failure ->
                      response.addFailures(
                          CheckFailure.newBuilder()
                              .setProperty(failure.property())
                              .setReason(failure.property() + ": " + failure.reason())));
          return response.build();
        });
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
    answer(
        observer,
        () ->
            written(
                provider.diff(
                    request.getUrn(),
                    PropertyCodec.read(request.getOldInputs()),
                    PropertyCodec.read(request.getNews()))));
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
    answer(
        observer,
        () -> {
          var inputs = PropertyCodec.read(request.getProperties());
          if (request.getPreview()) {
            return CreateResponse.newBuilder()
                .setProperties(PropertyCodec.write(provider.preview(request.getUrn(), inputs)))
                .build();
          }
          var made = provider.create(request.getUrn(), inputs);
          return CreateResponse.newBuilder()
              .setId(made.id())
              .setProperties(PropertyCodec.write(made.outputs()))
              .build();
        });
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
    answer(
        observer,
        () -> {
          var found = provider.read(request.getUrn(), request.getId());
          return found == null
              ? ReadResponse.getDefaultInstance()
              : ReadResponse.newBuilder()
                  .setId(found.id())
                  .setProperties(PropertyCodec.write(found.outputs()))
                  .setInputs(PropertyCodec.write(found.inputs()))
                  .build();
        });
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
    answer(
        observer,
        () -> {
          var inputs = PropertyCodec.read(request.getNews());
          Map<String, Object> outputs =
              request.getPreview()
                  ? provider.previewUpdate(request.getUrn(), request.getId(), inputs)
                  : provider.update(request.getUrn(), request.getId(), inputs).outputs();
          return UpdateResponse.newBuilder().setProperties(PropertyCodec.write(outputs)).build();
        });
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
    answer(
        observer,
        () -> {
          provider.delete(request.getUrn(), request.getId());
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
    answer(
        observer,
        () -> {
          provider.invoked(request.getTok());
          return InvokeResponse.newBuilder().setReturn(Struct.getDefaultInstance()).build();
        });
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> observer) {
    answer(
        observer,
        () -> {
          provider.cancel();
          return Empty.getDefaultInstance();
        });
  }

  private static DiffResponse written(Differences.Difference difference) {
    var response =
        DiffResponse.newBuilder()
            .setHasDetailedDiff(true)
            .setDeleteBeforeReplace(difference.deleteFirst())
            .addAllDiffs(difference.changed())
            .addAllReplaces(difference.replacing())
            .setChanges(
                difference.changed().isEmpty()
                    ? DiffResponse.DiffChanges.DIFF_NONE
                    : DiffResponse.DiffChanges.DIFF_SOME);
    for (var name : difference.changed()) {
      var kind =
          difference.replacing().contains(name)
              ? PropertyDiff.Kind.UPDATE_REPLACE
              : PropertyDiff.Kind.UPDATE;
      response.putDetailedDiff(
          name, PropertyDiff.newBuilder().setKind(kind).setInputDiff(true).build());
    }
    return response.build();
  }

  private static <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
    try {
      observer.onNext(work.get());
      observer.onCompleted();
    } catch (Refused e) {
      observer.onError(Status.UNKNOWN.withDescription(e.getMessage()).asRuntimeException());
    } catch (SimulatedProvider.GivenUp e) {
      observer.onError(halfMade(e));
    } catch (RuntimeException e) {
      observer.onError(
          Status.INTERNAL.withDescription("simulator: " + e).withCause(e).asRuntimeException());
    }
  }

  /** Tells the engine that there is a resource, though its creation was not seen to end. */
  private static RuntimeException halfMade(SimulatedProvider.GivenUp givenUp) {
    var resource = givenUp.resource();
    var detail =
        ErrorResourceInitFailed.newBuilder()
            .setId(resource.id())
            .setProperties(PropertyCodec.write(resource.outputs()))
            .setInputs(PropertyCodec.write(resource.inputs()))
            .addReasons(givenUp.getMessage())
            .build();
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(Status.Code.UNKNOWN.value())
            .setMessage(givenUp.getMessage())
            .addDetails(Any.pack(detail))
            .build());
  }
}
