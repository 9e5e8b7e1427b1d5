package dev.mainstay.simulator;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a property may hold. */
sealed interface PropertyType {
  record Text() implements PropertyType {}

  record Whole() implements PropertyType {}

  record Decimal() implements PropertyType {}

  record Flag() implements PropertyType {}

  record Anything() implements PropertyType {}

  record ListOf(PropertyType item) implements PropertyType {}

  record MapOf(PropertyType value) implements PropertyType {}

  record Nested(String name, Supplier<Map<String, Property>> properties) implements PropertyType {}

  record Either(PropertyType first, PropertyType second) implements PropertyType {}

  /** A property of a resource or of a nested object. */
  record Property(boolean required, PropertyType type) {}

  /** What a person calls it. */
  default String words() {
    if (this instanceof Text) {
      return "a string";
    } else if (this instanceof Whole) {
      return "a whole number";
    } else if (this instanceof Decimal) {
      return "a number";
    } else if (this instanceof Flag) {
      return "a boolean";
    } else if (this instanceof ListOf) {
      return "a list";
    } else if (this instanceof Either either) {
      return either.first().words() + " or " + either.second().words();
    }
    return this instanceof Anything ? "anything" : "an object";
  }

  /** Whether a scalar fits. */
  default boolean admits(Object value) {
    if (this instanceof Text) {
      return value instanceof String;
    } else if (this instanceof Whole) {
      return value instanceof Double number && number == Math.rint(number);
    } else if (this instanceof Decimal) {
      return value instanceof Double;
    } else if (this instanceof Flag) {
      return value instanceof Boolean;
    } else if (this instanceof ListOf) {
      return value instanceof List;
    } else if (this instanceof Either either) {
      return either.first().admits(value) || either.second().admits(value);
    }
    return this instanceof Anything || value instanceof Map;
  }
}
