package dev.mainstay.web;

import dev.mainstay.windows.PowerShell;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The script that sets up a new Windows server of the fleet. It contains names, no secrets. */
final class BootScript {
  private BootScript() {}

  static String of(WebFleetArgs args, String kmsKeyArn) {
    // The refresh script is in a here-string and runs as a script of its own.
    String script =
        PowerShell.read(BootScript.class, "boot.ps1")
            .replace("{{webServerScript}}", PowerShell.webServer())
            .replace("{{refreshScript}}", PowerShell.read(BootScript.class, "refresh.ps1"));
    for (var value : values(args, kmsKeyArn).entrySet()) {
      // All placeholders are in single quotes, and PowerShell doubles a quote inside them.
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
    values.put(
        "keyPair", args.publicKey == null ? Objects.toString(args.keyPair, "") : "publicKey");
    values.put("targetProtocol", args.targetProtocol());
    values.put("healthPath", args.healthPath());
    values.put("applicationBucket", Objects.toString(application.bucket, ""));
    values.put("applicationKey", Objects.toString(application.key, ""));
    values.put("answersHealthChecks", String.valueOf(application.answersHealthChecks()));
    values.put("databaseConnections", String.valueOf(args.databaseConnectionsPerInstance()));
    return values;
  }
}
