package dev.mainstay.posture.elasticache;

import static dev.mainstay.posture.model.Judge.given;
import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.List;
import java.util.stream.Stream;

/** The users that a cache lets in. */
final class CacheUsers {
  private static final String GROUP = "aws:elasticache/userGroup:UserGroup";
  private static final String ASSOCIATION =
      "aws:elasticache/userGroupAssociation:UserGroupAssociation";

  /** AWS makes it with every account: it may do everything, and has no password. */
  private static final String MADE_BY_AWS = "default";

  /** A user who has no password, or may log in without one. */
  private static final Judge HAS_NO_PASSWORD =
      Judge.any(
          isTrue("noPasswordRequired"), oneOf("authenticationMode.type", "no-password-required"));

  /** A user who is switched off logs in nowhere. */
  private static final Judge IS_OFF =
      given("accessString", access -> access.toString().strip().matches("off\\b.*"));

  private CacheUsers() {}

  /** Every user of the groups at {@code path} has to authenticate. */
  static Judge authenticate(String path) {
    return (graph, cache) -> {
      if (present(path).of(graph, cache) != Answer.YES) {
        return present(path).of(graph, cache);
      }
      List<ResourceNode> groups =
          graph.referenced(cache, path).stream().filter(each -> each.is(GROUP)).toList();
      return groups.isEmpty()
          ? Answer.UNKNOWN
          : Answer.all(groups.stream().map(group -> authenticate(graph, group)));
    };
  }

  private static Answer authenticate(ResourceGraph graph, ResourceNode group) {
    Stream<Answer> listed =
        Judge.elements(group, "userIds").stream().map(path -> authenticates(graph, group, path));
    Stream<Answer> associated =
        graph.referring(ASSOCIATION, "userGroupId", group).stream()
            .map(each -> authenticates(graph, each, "userId"));
    List<Answer> all = Stream.concat(listed, associated).toList();
    return all.isEmpty() ? Answer.UNKNOWN : Answer.all(all.stream());
  }

  private static Answer authenticates(ResourceGraph graph, ResourceNode holder, String path) {
    List<ResourceNode> users = graph.referenced(holder, path);
    if (users.isEmpty()) {
      return Answer.all(Judge.not(oneOf(path, MADE_BY_AWS)).of(graph, holder), Answer.UNKNOWN);
    }
    return Answer.all(
        users.stream().map(user -> Judge.any(IS_OFF, Judge.not(HAS_NO_PASSWORD)).of(graph, user)));
  }
}
