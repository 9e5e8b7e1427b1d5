package dev.mainstay.terraform;

import dev.mainstay.facts.TerraformNames;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The address of each resource of a graph in a Terraform plan, such as {@code aws_vpc.network}. */
final class Addresses {
  private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^A-Za-z0-9_-]");
  private static final Pattern NAME_START = Pattern.compile("[A-Za-z_].*");

  /**
   * An address.
   *
   * @param type such as {@code aws_vpc}
   * @param name such as {@code network}
   */
  record Address(String type, String name) {
    @Override
    public String toString() {
      return type + "." + name;
    }
  }

  private final Map<String, Address> byUrn = new LinkedHashMap<>();

  Addresses(ResourceGraph graph) {
    var taken = new HashSet<Address>();
    for (ResourceNode node : graph.resources()) {
      if (node.custom() && node.type().startsWith("aws:")) {
        byUrn.put(node.urn(), free(TerraformNames.type(node.type()), node.name(), taken));
      }
    }
  }

  boolean contains(ResourceNode node) {
    return byUrn.containsKey(node.urn());
  }

  Address of(ResourceNode node) {
    return byUrn.get(node.urn());
  }

  /** What an expression that reads {@code property} of a resource refers to, as Terraform says. */
  List<String> references(String urn, String property) {
    Address address = byUrn.get(urn);
    if (address == null) {
      return List.of();
    }
    if (property.isEmpty()) {
      return List.of(address.toString());
    }
    String attribute = TerraformNames.argument(address.type(), firstStep(property), false);
    return List.of(address + "." + attribute, address.toString());
  }

  private static String firstStep(String property) {
    return property.replaceFirst("[.\\[].*", "");
  }

  private static Address free(String type, String logicalName, Set<Address> taken) {
    String name = NOT_IN_A_NAME.matcher(logicalName).replaceAll("_");
    if (!NAME_START.matcher(name).matches()) {
      name = "_" + name;
    }
    var address = new Address(type, name);
    for (int number = 2; !taken.add(address); number++) {
      address = new Address(type, name + "-" + number);
    }
    return address;
  }
}
