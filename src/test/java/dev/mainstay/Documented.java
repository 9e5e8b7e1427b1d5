package dev.mainstay;

import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Doubt;
import dev.mainstay.config.Relaxation.Possible;
import dev.mainstay.config.Rule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the classes beside an args class, and its source, say of its keys. */
final class Documented {
  private static final String FIELD =
      "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*@Import (?:@Nullable )?public [\\w<>, ]+ %s;";

  private Documented() {}

  @SuppressWarnings("unchecked")
  static List<Rule<?>> rules(Class<?> args) {
    return (List<Rule<?>>) held(args, "Rules", "ALL");
  }

  /** What only a deployment needs. */
  @SuppressWarnings("unchecked")
  static List<Rule<?>> deployment(Class<?> args) {
    return (List<Rule<?>>) held(args, "Rules", "DEPLOYMENT");
  }

  @SuppressWarnings("unchecked")
  static List<Doubt<?>> doubts(Class<?> args) {
    return (List<Doubt<?>>) held(args, "Rules", "DOUBTS");
  }

  @SuppressWarnings("unchecked")
  static List<Possible<?>> relaxations(Class<?> args) {
    return (List<Possible<?>>) held(args, "Relaxations", "ALL");
  }

  /** The Javadoc of a key, as plain text with code in backticks. */
  static String meaning(Class<? extends ResourceArgs> args, String key) throws IOException {
    Path source = Path.of("src/main/java", args.getName().replace('.', '/') + ".java");
    var javadoc =
        Pattern.compile(FIELD.formatted(key), Pattern.DOTALL).matcher(Files.readString(source));
    if (!javadoc.find()) {
      throw new AssertionError("no Javadoc of " + key + " in " + source);
    }
    return javadoc
        .group(1)
        .replaceAll("\\s*\\n\\s*\\*", " ")
        .replaceAll("\\{@(?:code|link) #?([^}]*)}", "`$1`")
        .replaceAll("<a\\s+href=\"([^\"]*)\">([^<]*)</a>", "[$2]($1)")
        .replaceAll("<[^>]*>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static Object held(Class<?> args, String suffix, String field) {
    String name = args.getName().replaceAll("Args$", "") + suffix;
    try {
      Field found = Class.forName(name).getDeclaredField(field);
      found.setAccessible(true);
      return found.get(null);
    } catch (ClassNotFoundException | NoSuchFieldException e) {
      return List.of();
    } catch (IllegalAccessException e) {
      throw new LinkageError(name, e);
    }
  }
}
