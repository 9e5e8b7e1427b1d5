package dev.mainstay.simulator;

import static dev.mainstay.simulator.AwsRule.require;

/** The daily backup window and the weekly maintenance window, in minutes of the week. */
final class DatabaseWindows {
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;
  private static final int SHORTEST = 30;

  private DatabaseWindows() {}

  static void check(Proposal proposal) {
    var backup = proposal.text("backupWindow");
    var maintenance = proposal.text("maintenanceWindow");
    if (!backup.isEmpty()) {
      require(
          length(minuteOfDay(backup.substring(0, 5)), minuteOfDay(backup.substring(6)), DAY)
              >= SHORTEST,
          "InvalidParameterValue: The backup window must be at least 30 minutes.");
    }
    if (!maintenance.isEmpty()) {
      require(
          WeeklyWindow.minutes(maintenance) >= SHORTEST,
          "InvalidParameterValue: The maintenance window must be at least 30 minutes.");
    }
    require(
        backup.isEmpty() || maintenance.isEmpty() || !overlap(backup, maintenance),
        "InvalidParameterValue: The backup window and maintenance window must not overlap.");
  }

  /** Looks at every minute of the week: slow, and beyond doubt. */
  private static boolean overlap(String backup, String maintenance) {
    for (int minute = 0; minute < WEEK; minute++) {
      var inBackup =
          within(
              minute % DAY,
              minuteOfDay(backup.substring(0, 5)),
              minuteOfDay(backup.substring(6)),
              DAY);
      if (inBackup
          && within(minute, WeeklyWindow.start(maintenance), WeeklyWindow.end(maintenance), WEEK)) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(int minute, int from, int to, int cycle) {
    return Math.floorMod(minute - from, cycle) < length(from, to, cycle);
  }

  private static int length(int from, int to, int cycle) {
    return Math.floorMod(to - from, cycle);
  }

  private static int minuteOfDay(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3, 5));
  }
}
