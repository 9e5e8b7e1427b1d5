package dev.mainstay.terraform;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.mainstay.graph.Redaction;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.terraform.Addresses.Address;
import dev.mainstay.text.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A captured graph in the form of <a
 * href="https://developer.hashicorp.com/terraform/internals/json-format">Terraform's plan as
 * JSON</a>, for tools without Pulumi support. It omits resources of other providers.
 */
public final class TerraformPlan {
  private static final String PROVIDER = "registry.terraform.io/hashicorp/aws";

  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private TerraformPlan() {}

  /** The plan, as JSON text. */
  public static String write(ResourceGraph graph) {
    return Visible.json(JSON.toJson(of(graph))) + "\n";
  }

  /** The plan, as maps, lists, texts, numbers and booleans, without secrets. */
  public static Map<String, Object> of(ResourceGraph captured) {
    ResourceGraph graph = Redaction.of(captured);
    var addresses = new Addresses(graph);
    var planned = new ArrayList<Map<String, Object>>();
    var changes = new ArrayList<Map<String, Object>>();
    var configured = new ArrayList<Map<String, Object>>();
    graph.resources().stream()
        .filter(addresses::contains)
        .forEach(
            node -> {
              Argument all = new Argument.Reader(node, addresses).block();
              Address address = addresses.of(node);
              planned.add(planned(address, all));
              changes.add(change(address, all));
              configured.add(configured(address, all, dependsOn(graph, node, addresses)));
            });
    return object(
        "format_version",
        "1.2",
        "terraform_version",
        "1.9.0",
        "planned_values",
        object("root_module", object("resources", planned)),
        "resource_changes",
        changes,
        "configuration",
        object(
            "provider_config",
            object("aws", object("name", "aws", "full_name", PROVIDER)),
            "root_module",
            object("resources", configured)));
  }

  private static Map<String, Object> planned(Address address, Argument all) {
    return with(
        resource(address),
        object(
            "provider_name",
            PROVIDER,
            "schema_version",
            0,
            "values",
            all.value(),
            "sensitive_values",
            object()));
  }

  private static Map<String, Object> change(Address address, Argument all) {
    return with(
        resource(address),
        object(
            "provider_name",
            PROVIDER,
            "change",
            object(
                "actions",
                List.of("create"),
                "before",
                null,
                "after",
                all.value(),
                "after_unknown",
                all.unknown(),
                "before_sensitive",
                false,
                "after_sensitive",
                object())));
  }

  private static Map<String, Object> configured(
      Address address, Argument all, List<String> dependsOn) {
    Map<String, Object> resource =
        with(
            resource(address),
            object(
                "provider_config_key",
                "aws",
                "expressions",
                all.expression(),
                "schema_version",
                0));
    if (!dependsOn.isEmpty()) {
      resource.put("depends_on", dependsOn);
    }
    return resource;
  }

  private static Map<String, Object> resource(Address address) {
    return object(
        "address",
        address.toString(),
        "mode",
        "managed",
        "type",
        address.type(),
        "name",
        address.name());
  }

  private static List<String> dependsOn(
      ResourceGraph graph, ResourceNode node, Addresses addresses) {
    return node.dependsOn().stream()
        .flatMap(urn -> graph.byUrn(urn).stream())
        .filter(addresses::contains)
        .map(each -> addresses.of(each).toString())
        .toList();
  }

  private static Map<String, Object> with(Map<String, Object> first, Map<String, Object> more) {
    first.putAll(more);
    return first;
  }

  /** Keys and values in turn; values may be null. */
  private static Map<String, Object> object(Object... keysAndValues) {
    var object = new LinkedHashMap<String, Object>();
    var each = Arrays.asList(keysAndValues).iterator();
    while (each.hasNext()) {
      object.put((String) each.next(), each.next());
    }
    return object;
  }
}
