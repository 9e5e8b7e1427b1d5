package dev.mainstay.plan;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.runloop.RunLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Runs a Pulumi program in this process, without engine, network or account, and records the
 * resources that it registers. The test monitor of the SDK answers it, with {@link StandInAws} as
 * the provider.
 */
public final class GraphCapture {
  private final String project;
  private final String stack;
  private final List<Declared> declared = new ArrayList<>();

  private record Declared(
      Resource resource, String parent, boolean protect, boolean retain, List<Resource> after) {
    String urn(String project, String stack) {
      return "urn:pulumi:%s::%s::%s::%s"
          .formatted(stack, project, resource.pulumiResourceType(), resource.pulumiResourceName());
    }
  }

  private GraphCapture(String project, String stack) {
    this.project = project;
    this.stack = stack;
  }

  /**
   * The graph of {@code program}. Not for use by two threads at once: the SDK keeps the running
   * program in a global.
   *
   * @throws RuntimeException what the program threw
   */
  public static ResourceGraph of(
      String project, String stack, String region, Consumer<Context> program) {
    return of(project, stack, region, Map.of(), program);
  }

  /**
   * The graph of {@code program} with the ids and outputs of what is deployed, so that its inputs
   * are those of an {@code up}.
   *
   * @param deployed by type and logical name, as {@code type::name}
   */
  static ResourceGraph of(
      String project,
      String stack,
      String region,
      Map<String, Map<String, Object>> deployed,
      Consumer<Context> program) {
    return new GraphCapture(project, stack).run(new StandInAws(region, deployed), program);
  }

  private ResourceGraph run(StandInAws aws, Consumer<Context> program) {
    try {
      TestResult result =
          RunLoop.runMocked(
              TestOptions.builder()
                  .projectName(project)
                  .stackName(stack)
                  .resourceTransformations(List.of(this::record))
                  .build(),
              aws,
              program);
      throwFirst(result.exceptions());
      return new ResourceGraph(project, stack, nodes(aws), outputs(result));
    } finally {
      PulumiTest.cleanup();
    }
  }

  private Optional<ResourceTransformation.Result> record(ResourceTransformation.Args args) {
    if (!args.resource().pulumiResourceType().equals("pulumi:pulumi:Stack")) {
      List<Resource> after =
          PulumiTest.extractValue(args.options().getDependsOn().applyValue(List::copyOf));
      declared.add(
          new Declared(
              args.resource(),
              args.options().getParent().map(this::urnOf).orElse(null),
              args.options().isProtect(),
              args.options().isRetainOnDelete(),
              after == null ? List.of() : after));
    }
    return Optional.empty();
  }

  private String urnOf(Resource resource) {
    return resource.pulumiResourceType().equals("pulumi:pulumi:Stack")
        ? null
        : new Declared(resource, null, false, false, List.of()).urn(project, stack);
  }

  private List<ResourceNode> nodes(StandInAws aws) {
    var references = new ReferenceFinder(project, stack, aws);
    return declared.stream().map(each -> node(each, aws, references)).toList();
  }

  private ResourceNode node(Declared each, StandInAws aws, ReferenceFinder references) {
    Resource resource = each.resource();
    String type = resource.pulumiResourceType();
    boolean custom = resource instanceof CustomResource;
    Map<String, Object> inputs = aws.inputs(type, resource.pulumiResourceName());
    var node =
        new ResourceNode(
            each.urn(project, stack),
            type,
            resource.pulumiResourceName(),
            each.parent(),
            custom,
            each.protect(),
            each.after().stream().map(this::urnOf).sorted().toList(),
            inputs,
            references.in(each.urn(project, stack), type, inputs));
    return node.retained(each.retain());
  }

  private static Map<String, Object> outputs(TestResult result) {
    var values = new TreeMap<String, Object>();
    for (Map.Entry<String, Output<?>> output : result.outputs().entrySet()) {
      Object value = PulumiTest.extractValue(output.getValue());
      if (value != null) {
        values.put(output.getKey(), value);
      }
    }
    return values;
  }

  private static void throwFirst(List<Exception> exceptions) {
    for (Exception exception : exceptions) {
      Throwable cause = exception;
      while (cause.getCause() != null && !(cause instanceof com.pulumi.exceptions.RunException)) {
        cause = cause.getCause();
      }
      throw cause instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException(cause);
    }
  }
}
