package dev.mainstay.disruption;

import java.util.Locale;

/** What a change does to those who use a stack, and to what it stores. */
public enum Effect {
  /** No impact: every step of the proof was seen. */
  NOTHING,
  CREATE,
  /** A resource ends, or something that it did for others. */
  DELETE,
  /** Connections break. The downtime says whether clients can connect again at once. */
  CONNECTION_DROP,
  /** A restart, or downtime of one instance. */
  REBOOT,
  /** A standby or a replica is promoted. */
  FAILOVER,
  /** Servers are replaced some at a time. */
  ROLLING_REPLACEMENT,
  /** A new one is created, and the old one is deleted. */
  REPLACEMENT,
  /** What is stored is lost. */
  DATA_LOSS,
  /** AWS refuses the change, and the update fails. */
  REFUSED,
  /** Not known: the tables have no record of it, or what decides it is not in the stack. */
  UNKNOWN;

  /** The effect in the words of a report. */
  public String words() {
    return switch (this) {
      case NOTHING -> "no impact";
      case REFUSED -> "refused by AWS";
      case UNKNOWN -> "not known";
      default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
