package dev.mainstay.plugin;

import com.pulumi.context.LoggingContext;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.cache.Cache;
import dev.mainstay.cache.CacheArgs;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Section;
import dev.mainstay.database.Database;
import dev.mainstay.database.DatabaseArgs;
import dev.mainstay.edge.Edge;
import dev.mainstay.edge.EdgeArgs;
import dev.mainstay.image.GoldenImage;
import dev.mainstay.image.GoldenImageArgs;
import dev.mainstay.network.Network;
import dev.mainstay.network.NetworkArgs;
import dev.mainstay.operations.Operations;
import dev.mainstay.operations.OperationsArgs;
import dev.mainstay.security.EncryptionKey;
import dev.mainstay.security.EncryptionKeyArgs;
import dev.mainstay.security.SecurityGroups;
import dev.mainstay.security.SecurityGroupsArgs;
import dev.mainstay.web.ConnectionParameters;
import dev.mainstay.web.ConnectionParametersArgs;
import dev.mainstay.web.WebFleet;
import dev.mainstay.web.WebFleetArgs;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A component for programs in other languages.
 *
 * @param type the class of the component
 * @param blank creates its args without values
 * @param constructor its constructor
 */
record Component<A extends ResourceArgs & Section>(
    Class<? extends ComponentResource> type, Supplier<A> blank, Constructor<A> constructor) {

  /** The constructor that every component has. */
  interface Constructor<A> {
    ComponentResource construct(String name, A args, ComponentResourceOptions options);
  }

  static final List<Component<?>> ALL =
      List.of(
          new Component<>(Network.class, NetworkArgs::new, Network::new),
          new Component<>(SecurityGroups.class, SecurityGroupsArgs::new, SecurityGroups::new),
          new Component<>(EncryptionKey.class, EncryptionKeyArgs::new, EncryptionKey::new),
          new Component<>(Database.class, DatabaseArgs::new, Database::new),
          new Component<>(Cache.class, CacheArgs::new, Cache::new),
          new Component<>(WebFleet.class, WebFleetArgs::new, WebFleet::new),
          new Component<>(Edge.class, EdgeArgs::new, Edge::new),
          new Component<>(
              ConnectionParameters.class, ConnectionParametersArgs::new, ConnectionParameters::new),
          new Component<>(Operations.class, OperationsArgs::new, Operations::new),
          new Component<>(GoldenImage.class, GoldenImageArgs::new, GoldenImage::new));

  /** The component of a type token. */
  static Component<?> of(String token) {
    return ALL.stream()
        .filter(component -> component.token().equals(token))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown component " + token));
  }

  /** The type token, such as {@code mainstay:index:Network}. */
  String token() {
    return "mainstay:index:" + type.getSimpleName();
  }

  /** The class of its args. */
  Class<?> args() {
    return blank.get().getClass();
  }

  /**
   * Constructs the component from the inputs of a program.
   *
   * @throws Refusal naming every problem, if there are any
   */
  ComponentResource construct(
      String name,
      Map<String, PropertyValue> inputs,
      ComponentResourceOptions options,
      LoggingContext log) {
    A args = blank.get();
    var problems = new ArgsReader(inputs).fill(args);
    problems.addAll(args.problems());
    if (!problems.isEmpty()) {
      throw new Refusal(name, problems);
    }
    var component = constructor.construct(name, args, options);
    args.warnings().forEach(warning -> log.warn(warning.under(name + ".").message()));
    return component;
  }
}
