package dev.mainstay.posture.rds;

import dev.mainstay.facts.DatabaseTls;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The parameters of a database, from its parameter group. */
final class Parameters {
  /** The group of AWS, which nobody can change: parameters have the engine's defaults. */
  private static final String DEFAULT_GROUP = "default.";

  private Parameters() {}

  /** Connections need TLS. */
  static Answer requireTls(ResourceGraph graph, ResourceNode database) {
    Optional<DatabaseTls> fact = DatabaseTls.of(engine(database));
    if (fact.isEmpty()) {
      return Answer.UNKNOWN;
    }
    Answer byDefault =
        fact.get()
            .onByDefault(database.text("engineVersion", ""))
            .map(Answer::of)
            .orElse(Answer.UNKNOWN);
    return isOn(graph, database, fact.get().parameter(), byDefault, fact.get().off());
  }

  /** A replica has its source's engine, which is PostgreSQL where the source is not told. */
  private static String engine(ResourceNode database) {
    return database.text("engine", "postgres").toLowerCase(Locale.ROOT);
  }

  /** The parameter is not one of {@code off}. */
  static Judge isSet(String name, String off) {
    return (graph, database) -> isOn(graph, database, name, Answer.NO, List.of(off));
  }

  private static Answer isOn(
      ResourceGraph graph, ResourceNode database, String name, Answer byDefault, List<String> off) {
    String property =
        Types.DATABASE_CLUSTER.contains(database.type())
            ? "dbClusterParameterGroupName"
            : "parameterGroupName";
    List<ResourceNode> groups = graph.referenced(database, property);
    if (groups.isEmpty()) {
      boolean isDefault =
          Judge.input(database, property)
              .map(group -> group.toString().startsWith(DEFAULT_GROUP))
              .orElse(true);
      return isDefault ? byDefault : Answer.UNKNOWN;
    }
    ResourceNode group = groups.get(0);
    // A name that comes twice: which value holds is not known.
    List<Answer> answers =
        Judge.elements(group, "parameters").stream()
            .flatMap(path -> value(graph, group, path, name, off))
            .distinct()
            .toList();
    if (answers.isEmpty()) {
      return byDefault;
    }
    return answers.size() == 1 ? answers.get(0) : Answer.UNKNOWN;
  }

  private static Stream<Answer> value(
      ResourceGraph graph, ResourceNode group, String path, String name, List<String> off) {
    Answer named = Judge.oneOf(path + ".name", name).of(graph, group);
    Answer on =
        Judge.given(
                path + ".value",
                value ->
                    !off.contains(
                        value.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.0$", "")))
            .of(graph, group);
    return switch (named) {
      case YES -> Stream.of(on);
      case NO -> Stream.of();
      case UNKNOWN -> Stream.of(on == Answer.YES ? on : Answer.UNKNOWN);
    };
  }
}
