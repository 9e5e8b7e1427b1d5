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
import java.util.Optional;
import java.util.regex.Pattern;

/** What the classes beside an args class, and its source, say of its keys. */
public final class Documented {
  private static final String JAVADOC = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*";
  private static final String FIELD = "@Import (?:@Nullable )?public [\\w<>, ]+ %s;";
  private static final String ANY_FIELD = "@Import (?:@\\w+ )?(?:public )?[\\w<>, ]+ %s(?: =|;)";
  private static final String METHOD = "public [\\w<>, ]+ %s\\(";
  private static final String TYPE = "public final class %s\\b";

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
    return javadoc(args, FIELD.formatted(key))
        .orElseThrow(() -> new AssertionError("no Javadoc of " + key + " in " + args));
  }

  /** The same of a class. */
  public static Optional<String> type(Class<?> type) throws IOException {
    return javadoc(type, TYPE.formatted(type.getSimpleName()));
  }

  /** The same of a field, or else of the method of its name. */
  public static Optional<String> property(Class<?> type, String name) throws IOException {
    var field = javadoc(type, ANY_FIELD.formatted(name));
    return field.isPresent() ? field : javadoc(type, METHOD.formatted(name));
  }

  private static Optional<String> javadoc(Class<?> type, String of) throws IOException {
    Path source = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
    var javadoc = Pattern.compile(JAVADOC + of, Pattern.DOTALL).matcher(Files.readString(source));
    return javadoc.find() ? Optional.of(plain(javadoc.group(1))) : Optional.empty();
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\s*\\n\\s*\\*", " ")
        .replaceAll("\\{@(?:code|link)\\s+#?([^}]*)}", "`$1`")
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
