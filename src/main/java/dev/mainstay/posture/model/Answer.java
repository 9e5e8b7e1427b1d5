package dev.mainstay.posture.model;

import java.util.Iterator;
import java.util.stream.Stream;

/** Whether something holds, as far as the graph tells. */
public enum Answer {
  YES,
  NO,
  UNKNOWN;

  public static Answer of(boolean holds) {
    return holds ? YES : NO;
  }

  /** Yes if all say so; no if one does: those after it are not asked. */
  public static Answer all(Stream<Answer> answers) {
    Answer result = YES;
    for (Iterator<Answer> each = answers.iterator(); each.hasNext(); ) {
      Answer answer = each.next();
      if (answer == NO) {
        return NO;
      }
      result = answer == UNKNOWN ? UNKNOWN : result;
    }
    return result;
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
