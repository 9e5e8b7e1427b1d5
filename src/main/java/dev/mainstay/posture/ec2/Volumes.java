package dev.mainstay.posture.ec2;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.List;
import java.util.function.Function;

/** The volumes of servers that are made from a launch template. */
public final class Volumes {
  private Volumes() {}

  static Answer areEncrypted(ResourceGraph graph, ResourceNode template) {
    return each(template, path -> Judge.isTrue(path + ".encrypted").of(graph, template));
  }

  static Answer areGp3(ResourceGraph graph, ResourceNode template) {
    return each(
        template,
        // Else the image says.
        path ->
            Judge.ifGiven(
                    path + ".volumeType", Judge.oneOf(path + ".volumeType", "gp3"), Answer.UNKNOWN)
                .of(graph, template));
  }

  /** The volumes that an instance is given besides its root. */
  static Answer moreAreEncrypted(ResourceGraph graph, ResourceNode instance) {
    return Answer.all(
        Judge.elements(instance, "ebsBlockDevices").stream()
            .map(path -> Judge.isTrue(path + ".encrypted").of(graph, instance)));
  }

  private static Answer each(ResourceNode template, Function<String, Answer> judge) {
    List<String> paths = paths(template);
    // Volumes that only the image names.
    return paths.isEmpty() ? Answer.UNKNOWN : Answer.all(paths.stream().map(judge));
  }

  private static List<String> paths(ResourceNode template) {
    return Judge.elements(template, "blockDeviceMappings").stream()
        .map(path -> path + ".ebs")
        .filter(path -> Judge.input(template, path).isPresent())
        .toList();
  }
}
