package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import dev.mainstay.CommandLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret, wherever a stack holds one, is in no report. */
class NoSecretIsReportedTest {
  private static final String SECRET = "Tr0ub4dor-and-3";
  private static final List<String> FORMATS =
      List.of("html", "markdown", "json", "sarif", "tfplan");

  @TempDir private Path folder;

  /** Everything that is printed and written; which must be something, for every format. */
  private String everything(String... command) throws IOException {
    var args = new ArrayList<>(List.of(command));
    for (String format : FORMATS) {
      args.add("--" + format);
      args.add(folder.resolve(format).toString());
    }
    String all = printed(args);
    for (String format : FORMATS) {
      String written = Files.readString(folder.resolve(format));
      assertThat(written).as(format).isNotBlank();
      all += written + decoded(written);
    }
    return all;
  }

  private static String printed(List<String> args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(System.out);
      CommandLine.run(args.toArray(String[]::new));
      return printed.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** What stands in Base64 between quotes. */
  private static String decoded(String text) {
    return Pattern.compile("\"((?:[A-Za-z0-9+/]{4}){4,}(?:[A-Za-z0-9+/]{2,3}=+)?)\"")
        .matcher(text)
        .results()
        .map(found -> Base64.getDecoder().decode(found.group(1)))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  private static String resource(String type, String name, String inputs) {
    return """
        {"urn": "urn:pulumi:prod::shop::%1$s::%2$s", "type": "%1$s", "custom": true,
         "id": "%2$s-0123456789", "inputs": %3$s}"""
        .formatted(type, name, inputs);
  }

  /** A stack of another program, with the secret in plain text and marked, in every place. */
  private static String export(String secret) {
    String script = "#!/bin/sh\nconnect --user app " + secret + "\nexport DB_PASSWORD=" + secret;
    String encoded = Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8));
    String marked =
        """
        {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
         "plaintext": "\\"%s\\""}"""
            .formatted(secret);
    return String.join(
        ",\n",
        """
        {"urn": "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod",
         "type": "pulumi:pulumi:Stack",
         "outputs": {"databasePassword": "%1$s", "login": "app:%1$s", "token": %2$s}}"""
            .formatted(secret, marked),
        resource(
            "aws:rds/instance:Instance",
            "database",
            "{\"engine\": \"postgres\", \"password\": \"%s\", \"multiAz\": true}"
                .formatted(secret)),
        resource(
            "aws:elasticache/replicationGroup:ReplicationGroup",
            "cache",
            "{\"authToken\": %s, \"numCacheClusters\": 2}".formatted(marked)),
        resource(
            "aws:elasticache/user:User",
            "user",
            "{\"passwords\": [\"%1$s\"], \"authenticationMode\": {\"passwords\": [\"%1$s\"]}}"
                .formatted(secret)),
        resource("aws:ssm/parameter:Parameter", "name", "{\"value\": \"%s\"}".formatted(secret)),
        resource(
            "aws:secretsmanager/secretVersion:SecretVersion",
            "version",
            "{\"secretString\": \"{\\\"password\\\": \\\"%s\\\"}\"}".formatted(secret)),
        resource(
            "aws:ec2/launchTemplate:LaunchTemplate",
            "template",
            "{\"userData\": \"%s\", \"tags\": {\"Login\": \"%s\"}}".formatted(encoded, secret)),
        resource(
            "aws:ec2/instance:Instance",
            "server",
            "{\"userData\": \"connect %s\"}".formatted(secret)),
        resource(
            "aws:lambda/function:Function",
            "function",
            "{\"environment\": {\"variables\": {\"DB_PASSWORD\": \"%1$s\", \"URL\":"
                + " \"postgres://app:%1$s@db/app\"}}}".formatted(secret)),
        resource(
            "aws:ecs/taskDefinition:TaskDefinition",
            "task",
            ("{\"containerDefinitions\": \"[{\\\"environment\\\": [{\\\"name\\\":"
                    + " \\\"DB_PASSWORD\\\", \\\"value\\\": \\\"%s\\\"}]}]\"}")
                .formatted(secret)),
        resource(
            "aws:lb/listener:Listener",
            "listener",
            "{\"defaultActions\": [{\"authenticateOidc\": {\"clientSecret\": \"%s\"}}]}"
                .formatted(secret)),
        resource("postgresql:index/role:Role", "role", "{\"password\": \"%s\"}".formatted(secret)));
  }

  @Test
  void anExportedStackIsReportedWithoutItsSecrets() throws IOException {
    Path file = folder.resolve("export.json");
    Files.writeString(file, "{\"deployment\": {\"resources\": [%s]}}".formatted(export(SECRET)));

    assertThat(everything("analyze", file.toString()))
        .contains("[secret]", "aws_db_instance", "RDS Multi-AZ")
        .doesNotContain(SECRET);
  }

  @Test
  void aChangeOfASecretIsReportedWithoutIt() throws IOException {
    Path file = folder.resolve("preview.json");
    String before = export("0ld-" + SECRET).replace("\"multiAz\": true", "\"multiAz\": false");
    Files.writeString(file, preview("[%s]".formatted(before), "[%s]".formatted(export(SECRET))));

    assertThat(everything("analyze", file.toString()))
        .contains("multiAz: false → true")
        .doesNotContain(SECRET);
  }

  private static String preview(String old, String next) {
    JsonArray before = JsonParser.parseString(old).getAsJsonArray();
    JsonArray after = JsonParser.parseString(next).getAsJsonArray();
    var steps = new StringBuilder();
    for (int index = 0; index < before.size(); index++) {
      steps.append(index == 0 ? "" : ",");
      steps.append(
          "{\"op\": \"update\", \"urn\": %s, \"oldState\": %s, \"newState\": %s}"
              .formatted(
                  before.get(index).getAsJsonObject().get("urn"),
                  before.get(index),
                  after.get(index)));
    }
    return "{\"steps\": [%s]}".formatted(steps);
  }

  @Test
  void aStackOfOursIsReportedWithoutItsSecrets() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("boot.ps1"),
            "<powershell>\n$password = '" + SECRET + "'\n</powershell>");
    String config = Files.readString(Path.of("Pulumi.prod.yaml"));
    Path file = folder.resolve("Pulumi.prod.yaml");
    Files.writeString(
        file,
        config
            .replace("config:", "config:\n  mainstay:tags: {ApiKey: %s}".formatted(SECRET))
            .replace("mainstay:web:", "mainstay:web:\n    userDataFile: " + script));

    assertThat(everything("plan", file.toString()))
        .contains("[secret]", "aws_db_instance", "RDS Multi-AZ")
        .doesNotContain(SECRET);
  }
}
