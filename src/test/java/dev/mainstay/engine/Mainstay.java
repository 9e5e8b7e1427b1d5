package dev.mainstay.engine;

import dev.mainstay.Main;
import dev.mainstay.simulator.SimulatedAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The real program with its real stack files, before a simulated account. */
final class Mainstay {
  static final String PROJECT = "mainstay";

  /** The domain of the stack files is reserved for examples, and may only be planned. */
  private static final String DOMAIN = "mainstay-simulated.net";

  private static final String ZONE_ID = "Z0123456789ABCDEFGHIJ";

  private Mainstay() {}

  /** An account that owns the domain of the tests, and the key pair of the article. */
  static SimulatedAws account() {
    var aws = new SimulatedAws();
    aws.account().seed("aws:ec2/keyPair:KeyPair", "web-servers", Map.of("keyName", "web-servers"));
    aws.account().seed("aws:route53/zone:Zone", ZONE_ID, Map.of("name", DOMAIN, "zoneId", ZONE_ID));
    return aws;
  }

  static Workspace workspace(Path folder, SimulatedAws aws) {
    return Workspace.of(folder, PROJECT, Main.class, aws.port());
  }

  /** Stack dev, as its file says. */
  static EngineStack dev(Workspace workspace) {
    return workspace.stack("dev", settings("dev"));
  }

  /** Stack prod, as its file says but for the domain. */
  static EngineStack prod(Workspace workspace) {
    return workspace.stack("prod", settings("prod"));
  }

  /** The set-up of 2016, as its file says but for the domain. */
  static EngineStack article(Workspace workspace) {
    return workspace.stack("article", settings("article"));
  }

  /** A stack's settings file, at the domain of the tests. */
  static String settings(String stack) {
    return atTheDomainOfTests(file(stack));
  }

  /** A file that names a domain, with another in its place. */
  static String atTheDomainOfTests(Path file) {
    try {
      return Files.readString(file)
          .replaceFirst("(domain: ).*", "$1" + DOMAIN)
          .replaceFirst("(hostedZoneId: ).*", "$1" + ZONE_ID);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(String stack) {
    var name = "Pulumi." + stack + ".yaml";
    return stack.equals("article") ? Path.of("examples", "article", name) : Path.of(name);
  }
}
