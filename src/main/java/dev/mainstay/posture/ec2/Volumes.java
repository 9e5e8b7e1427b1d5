package dev.mainstay.posture.ec2;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.List;
import java.util.function.Function;

/** The volumes of servers. */
final class Volumes {
  static final List<String> VOLUME = List.of("aws:ebs/volume:Volume");
  private static final String BY_DEFAULT = "aws:ebs/encryptionByDefault:EncryptionByDefault";

  private Volumes() {}

  /** Of a launch template. */
  static Answer areEncrypted(ResourceGraph graph, ResourceNode template) {
    return Answer.any(
        isByDefault(graph), each(template, path -> isEncrypted(graph, template, path + ".")));
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

  /** Of an instance or a launch configuration: the image decides where it does not say. */
  static Answer rootIsEncrypted(ResourceGraph graph, ResourceNode server) {
    Answer stated =
        Judge.ifGiven("rootBlockDevice", Judge.isTrue("rootBlockDevice.encrypted"), Answer.UNKNOWN)
            .of(graph, server);
    return Answer.any(isByDefault(graph), stated);
  }

  /** The volumes that an instance or a launch configuration names besides its root. */
  static Answer othersAreEncrypted(ResourceGraph graph, ResourceNode server) {
    return Answer.all(
        Judge.elements(server, "ebsBlockDevices").stream()
            .map(path -> isEncrypted(graph, server, path + ".")));
  }

  /** A volume that is a resource of its own. */
  static Answer isEncrypted(ResourceGraph graph, ResourceNode volume) {
    return isEncrypted(graph, volume, "");
  }

  /** A volume that is made from a snapshot has that snapshot's encryption, unless it says. */
  private static Answer isEncrypted(ResourceGraph graph, ResourceNode node, String prefix) {
    boolean copied =
        node.input(prefix + "encrypted").isEmpty() && node.input(prefix + "snapshotId").isPresent();
    return Answer.any(
        isByDefault(graph),
        copied ? Answer.UNKNOWN : Judge.isTrue(prefix + "encrypted").of(graph, node));
  }

  /** The account encrypts every new volume of the region, whatever is asked for. */
  private static Answer isByDefault(ResourceGraph graph) {
    return Answer.any(
        graph.all(BY_DEFAULT).stream().map(each -> Judge.notFalse("enabled").of(graph, each)));
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
