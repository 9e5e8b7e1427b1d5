package dev.mainstay.cache;

import com.google.common.hash.Hashing;
import com.pulumi.aws.elasticache.User;
import com.pulumi.aws.elasticache.UserArgs;
import com.pulumi.aws.elasticache.UserGroup;
import com.pulumi.aws.elasticache.UserGroupArgs;
import com.pulumi.aws.elasticache.inputs.UserAuthenticationModeArgs;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.UserSecret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The users of a cache: one, for the application; see <a
 * href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html">the ElastiCache
 * guide</a>.
 *
 * <p>IAM authentication requires that the id and the name of a user are equal, so both are fixed.
 * They contain the engine: a user cannot change its engine, and a new user is created first.
 */
final class CacheUsers {
  private static final int LONGEST_ID = 40;
  private static final String DEFAULT_SUFFIX = "-default";

  private final String name;
  private final CacheArgs args;
  private final CustomResourceOptions child;
  private final User application;
  private final UserGroup group;

  CacheUsers(String cache, CacheArgs args, CustomResourceOptions child) {
    this.name = cache + "-user";
    this.args = args;
    this.child = child;
    String id = base(args.defaultIdentifier) + "-" + args.engine();
    application =
        new User(
            name,
            user(name, id, id)
                .accessString("on ~* &* +@all")
                .authenticationMode(authentication())
                .build(),
            child);
    group =
        new UserGroup(
            name,
            UserGroupArgs.builder()
                .engine(args.engine())
                .userGroupId(id)
                .userIds(Output.all(userIds()))
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
  }

  User application() {
    return application;
  }

  /** The secret with the application's password; null with IAM authentication. */
  Output<String> secretArn() {
    if (!args.hasPassword()) {
      return Output.ofNullable(null);
    }
    var secret =
        SecretArgs.builder()
            .description("User of the cache of " + args.defaultIdentifier)
            .kmsKeyId(args.kmsKeyArn)
            .tags(Tags.named(args.tags, name));
    return UserSecret.arn(name, secret, application.userName(), args.password, child);
  }

  UserGroup group() {
    return group;
  }

  /** Redis requires a user of this name in every group, so it exists without permissions. */
  private User defaultUser() {
    String userName = name + DEFAULT_SUFFIX;
    return new User(
        userName,
        user(userName, base(args.defaultIdentifier) + DEFAULT_SUFFIX, "default")
            .accessString("off -@all")
            .noPasswordRequired(true)
            .build(),
        child);
  }

  private List<Output<String>> userIds() {
    var ids = new ArrayList<Output<String>>();
    ids.add(application.userId());
    if (args.engine().equals("redis")) {
      ids.add(defaultUser().userId());
    }
    return ids;
  }

  private UserArgs.Builder user(String logicalName, String id, String userName) {
    return UserArgs.builder()
        .engine(args.engine())
        .userId(id)
        .userName(userName)
        .tags(Tags.named(args.tags, logicalName));
  }

  private UserAuthenticationModeArgs authentication() {
    var mode = UserAuthenticationModeArgs.builder().type(args.authentication());
    if (args.hasPassword()) {
      mode.passwords(args.password.asSecret().applyValue(List::of));
    }
    return mode.build();
  }

  /** The identifier in letters, digits and hyphens: short, and unique to the stack. */
  static String base(String identifier) {
    String lower = identifier.toLowerCase(Locale.ROOT);
    String id =
        lower.replaceAll("[^a-z0-9]+", "-").replaceAll("^(?![a-z])-?", "m-").replaceAll("-$", "");
    int room = LONGEST_ID - DEFAULT_SUFFIX.length();
    if (id.equals(lower) && id.length() <= room) {
      return id;
    }
    String hash = Hashing.sha256().hashString(lower, StandardCharsets.UTF_8).toString();
    int kept = Math.min(id.length(), room - 9);
    return id.substring(0, kept).replaceAll("-$", "") + "-" + hash.substring(0, 8);
  }
}
