package dev.mainstay.plugin;

import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import com.pulumi.resources.DependencyResource;
import com.pulumi.resources.Resource;
import com.pulumi.resources.internal.DependencyProviderResource;
import pulumirpc.AliasOuterClass;
import pulumirpc.Provider.ConstructRequest;

/** The resource options of a component in another program. */
final class GivenOptions {
  private GivenOptions() {}

  static ComponentResourceOptions of(ConstructRequest request) {
    return ComponentResourceOptions.builder()
        .parent(new DependencyResource(request.getParent()))
        .aliases(request.getAliasesList().stream().map(GivenOptions::alias).toArray(Alias[]::new))
        .dependsOn(
            request.getDependenciesList().stream()
                .map(DependencyResource::new)
                .toArray(Resource[]::new))
        .providers(
            request.getProvidersMap().values().stream()
                .map(DependencyProviderResource::new)
                .toArray(DependencyProviderResource[]::new))
        .protect(request.getProtect())
        .customTimeouts(timeouts(request.getCustomTimeouts()))
        .ignoreChanges(request.getIgnoreChangesList())
        .replaceOnChanges(request.getReplaceOnChangesList())
        .retainOnDelete(request.getRetainOnDelete())
        .build();
  }

  private static Alias alias(AliasOuterClass.Alias given) {
    if (!given.getUrn().isEmpty()) {
      return Alias.withUrn(given.getUrn());
    }
    var spec = given.getSpec();
    if (spec.getNoParent()) {
      return Alias.noParent();
    }
    var alias = Alias.builder();
    if (!spec.getName().isEmpty()) {
      alias.name(spec.getName());
    }
    if (!spec.getType().isEmpty()) {
      alias.type(spec.getType());
    }
    if (!spec.getStack().isEmpty()) {
      alias.stack(spec.getStack());
    }
    if (!spec.getProject().isEmpty()) {
      alias.project(spec.getProject());
    }
    if (!spec.getParentUrn().isEmpty()) {
      alias.parentUrn(Output.of(spec.getParentUrn()));
    }
    return alias.build();
  }

  private static CustomTimeouts timeouts(ConstructRequest.CustomTimeouts given) {
    return CustomTimeouts.builder()
        .create(CustomTimeouts.parseTimeoutString(given.getCreate()))
        .update(CustomTimeouts.parseTimeoutString(given.getUpdate()))
        .delete(CustomTimeouts.parseTimeoutString(given.getDelete()))
        .build();
  }
}
