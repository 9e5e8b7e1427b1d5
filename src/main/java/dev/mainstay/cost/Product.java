package dev.mainstay.cost;

import java.util.Locale;

/**
 * Something that has a price.
 *
 * @param service such as {@code rds-postgres-single-az}
 * @param item such as {@code db.m7g.large}
 * @param unit what the price is for, such as {@code hour} or {@code gb-month}
 */
record Product(String service, String item, String unit) {
  static Product hourly(String service, String item) {
    return new Product(service, item, "hour");
  }

  static Product monthly(String service, String item) {
    return new Product(service, item, "month");
  }

  static Product storage(String service, String item) {
    return new Product(service, item, "gb-month");
  }

  static Product data(String service, String item) {
    return new Product(service, item, "gb");
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %s per %s", service, item, unit);
  }
}
