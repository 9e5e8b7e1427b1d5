package dev.mainstay.posture;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The volumes of servers that are made from a launch template. */
final class Volumes {
  private Volumes() {}

  static Answer areEncrypted(ResourceGraph graph, ResourceNode template) {
    return each(template, path -> Answer.of(template.isTrue(path + "encrypted")));
  }

  static Answer areGp3(ResourceGraph graph, ResourceNode template) {
    return each(template, path -> Answer.of(template.text(path + "volumeType", "").equals("gp3")));
  }

  private static Answer each(ResourceNode template, Function<String, Answer> judge) {
    List<String> paths = paths(template);
    // Volumes that only the image names.
    return paths.isEmpty() ? Answer.UNKNOWN : Answer.all(paths.stream().map(judge));
  }

  private static List<String> paths(ResourceNode template) {
    var paths = new ArrayList<String>();
    for (int index = 0;
        template.input("blockDeviceMappings[%d]".formatted(index)).isPresent();
        index++) {
      String path = "blockDeviceMappings[%d].ebs".formatted(index);
      if (template.input(path).isPresent()) {
        paths.add(path + ".");
      }
    }
    return paths;
  }
}
