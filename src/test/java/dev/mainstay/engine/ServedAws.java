package dev.mainstay.engine;

import java.io.IOException;

/** Serves the simulated AWS to engines that other programs start, until standard input ends. */
public final class ServedAws {
  private ServedAws() {}

  public static void main(String[] args) throws IOException {
    try (var aws = Mainstay.account()) {
      System.out.println(aws.port());
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }
}
