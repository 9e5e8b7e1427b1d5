package dev.mainstay.report.drawing;

import dev.mainstay.resilience.network.Topology.WayOut;

/** A row of the drawing: subnets with the same kind of way to the internet. */
enum Tier {
  PUBLIC("public"),
  PRIVATE("private"),
  DATA("isolated");

  private final String title;

  Tier(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  static Tier of(WayOut.Kind way, Tier otherwise) {
    return switch (way) {
      case INTERNET_GATEWAY -> PUBLIC;
      case NAT -> PRIVATE;
      case NONE -> DATA;
      case UNKNOWN -> otherwise;
    };
  }
}
