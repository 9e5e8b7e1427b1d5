package dev.mainstay.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The script that makes a fresh Windows server one of the fleet: names filled in, no secrets. */
final class BootScript {
  private BootScript() {}

  static String of(WebFleetArgs args, String kmsKeyArn) {
    // Within a here-string, so that the refresh script stays a script of its own.
    String script = read("boot.ps1").replace("{{refreshScript}}", read("refresh.ps1"));
    for (var value : values(args, kmsKeyArn).entrySet()) {
      // All placeholders stand between single quotes, which are doubled inside of such a string.
      script = script.replace("{{" + value.getKey() + "}}", value.getValue().replace("'", "''"));
    }
    return "<powershell>\n" + script + "\n</powershell>\n";
  }

  private static Map<String, String> values(WebFleetArgs args, String kmsKeyArn) {
    var application = args.application == null ? new ApplicationArgs() : args.application;
    var values = new LinkedHashMap<String, String>();
    values.put("region", args.region);
    values.put("parametersPath", args.parametersPath);
    values.put(
        "machineKeyParameter", args.parametersPath + "/" + ParameterNames.machineKey(kmsKeyArn));
    values.put("kmsKeyArn", kmsKeyArn);
    values.put("keyPair", Objects.toString(args.keyPair, ""));
    values.put("targetProtocol", args.targetProtocol());
    values.put("healthPath", args.healthPath());
    values.put("applicationBucket", Objects.toString(application.bucket, ""));
    values.put("applicationKey", Objects.toString(application.key, ""));
    values.put("answersHealthChecks", String.valueOf(application.answersHealthChecks()));
    values.put("databaseConnections", String.valueOf(args.databaseConnectionsPerInstance()));
    return values;
  }

  /** A script without its comments: user data has a limit. */
  private static String read(String name) {
    try (InputStream script =
        Objects.requireNonNull(BootScript.class.getResourceAsStream(name), name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.strip().startsWith("#"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
