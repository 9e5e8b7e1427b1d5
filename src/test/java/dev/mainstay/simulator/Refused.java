package dev.mainstay.simulator;

/** AWS, or the provider before it, said no. */
final class Refused extends RuntimeException {
  Refused(String message) {
    super(message);
  }
}
