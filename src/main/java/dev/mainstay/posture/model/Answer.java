package dev.mainstay.posture.model;

import java.util.List;
import java.util.stream.Stream;

/** Whether something holds, as far as the graph tells. */
public enum Answer {
  YES,
  NO,
  UNKNOWN;

  public static Answer of(boolean holds) {
    return holds ? YES : NO;
  }

  /** Yes if all say so; no if one does. */
  public static Answer all(Stream<Answer> answers) {
    List<Answer> list = answers.toList();
    if (list.contains(NO)) {
      return NO;
    }
    return list.contains(UNKNOWN) ? UNKNOWN : YES;
  }

  /** Yes if one says so; no if all do. */
  public static Answer any(Stream<Answer> answers) {
    return all(answers.map(Answer::not)).not();
  }

  public static Answer all(Answer... answers) {
    return all(Stream.of(answers));
  }

  public static Answer any(Answer... answers) {
    return any(Stream.of(answers));
  }

  public Answer not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
