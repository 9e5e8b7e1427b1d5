package dev.mainstay.simulator;

/** A block of IPv4 addresses, read independently of the program's own arithmetic. */
record Cidr(long first, long last, int prefix) {
  static Cidr of(String text) {
    var slash = text.indexOf('/');
    var prefix = Integer.parseInt(text.substring(slash + 1));
    long address = 0;
    for (var octet : text.substring(0, slash).split("\\.", -1)) {
      address = address * 256 + Integer.parseInt(octet);
    }
    var size = 1L << (32 - prefix);
    var first = address / size * size;
    return new Cidr(first, first + size - 1, prefix);
  }

  boolean contains(Cidr other) {
    return first <= other.first && other.last <= last;
  }

  boolean overlaps(Cidr other) {
    return first <= other.last && other.first <= last;
  }
}
