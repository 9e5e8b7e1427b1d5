package dev.mainstay.disruption;

/** What people feel of a change. */
public enum Effect {
  NOTHING,
  CREATE,
  DELETE,
  /** Open connections break; new ones work at once. */
  CONNECTION_DROP,
  /** A restart. Some wait for a person to do it: the downtime says so. */
  REBOOT,
  /** A standby takes over. */
  FAILOVER,
  /** Servers are replaced some at a time. */
  ROLLING_REPLACEMENT,
  /** A new one is made, and the old one goes. */
  REPLACEMENT,
  /** What is stored goes with the resource. */
  DATA_LOSS,
  /** AWS refuses the change. */
  REFUSED,
  /** Nothing is on record. */
  UNKNOWN
}
