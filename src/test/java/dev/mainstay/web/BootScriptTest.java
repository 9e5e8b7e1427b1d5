package dev.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootScriptTest {
  private static final int MARGIN_BYTES = 1024;

  private final WebFleetArgs args =
      new WebFleetArgs()
          .region("eu-central-1")
          .parametersPath("/mainstay-test")
          .kmsKeyArn(Output.of(Deployed.KEY_ARN));

  private String script() {
    return BootScript.of(args, Deployed.KEY_ARN);
  }

  private void application() {
    args.application = new ApplicationArgs();
    args.application.bucket = "releases";
    args.application.key = "web/42.zip";
  }

  @Test
  void itIsPowerShellToTheLaunchAgentOfWindows() {
    assertThat(script()).startsWith("<powershell>\n").endsWith("\n</powershell>\n");
  }

  @Test
  void everyPlaceholderIsFilledIn() {
    assertThat(script()).doesNotContain("{{").doesNotContain("}}");
  }

  @Test
  void itIsPlainAscii() {
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(script())).isTrue();
  }

  @Test
  void theLongestNamesLeaveAMargin() {
    application();
    args.application.bucket = "b".repeat(63);
    args.application.key = "k".repeat(1020) + ".zip";
    args.keyPair = "p".repeat(255);

    assertThat(script().getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(UserData.MOST_BYTES - MARGIN_BYTES);
  }

  @Test
  void theRefreshScriptEndsNowhereInItself() {
    assertThat(script().lines().filter(line -> line.startsWith("'@"))).containsExactly("'@");
  }

  @Test
  void withoutAnApplicationNothingIsFetched() {
    assertThat(script())
        .contains(
            "$applicationBucket = ''", "$applicationKey = ''", "$answersHealthChecks = 'false'");
  }

  @Test
  void anApplicationIsFetchedByItsName() {
    application();
    args.application.answersHealthChecks = true;

    assertThat(script())
        .contains(
            "$applicationBucket = 'releases'",
            "$applicationKey = 'web/42.zip'",
            "$answersHealthChecks = 'true'");
  }

  @Test
  void theLoadBalancersProtocolAndHealthPathAreServed() {
    assertThat(script()).contains("$targetProtocol = 'https'", "$healthPath = '/health'");

    args.targetProtocol("http").healthPath("/status/live");
    assertThat(script()).contains("$targetProtocol = 'http'", "$healthPath = '/status/live'");
  }

  @Test
  void onlyAKeyPairKeepsThePasswordThatTheLaunchAgentMade() {
    assertThat(script()).contains("$keyPair = ''", "if (-not $keyPair) { Set-RandomPassword }");

    args.keyPair = "operators";
    assertThat(script()).contains("$keyPair = 'operators'");
  }

  @Test
  void aQuoteInANameDoesNotEndTheString() {
    args.keyPair = "x'; Remove-Item C:\\ #";
    assertThat(script()).contains("$keyPair = 'x''; Remove-Item C:\\ #'");
  }

  @Test
  void theServersReadTheParametersThatTheStackPublishes() {
    assertThat(script())
        .contains("$path = '/mainstay-test'")
        .contains(
            List.of(
                "'" + ParameterNames.DATABASE_HOST + "'",
                "'" + ParameterNames.DATABASE_PORT + "'",
                "'" + ParameterNames.DATABASE_NAME + "'",
                "'" + ParameterNames.DATABASE_SECRET_ARN + "'",
                "'" + ParameterNames.DATABASE_READER_HOSTS + "'",
                "'" + ParameterNames.CACHE_HOST + "'",
                "'" + ParameterNames.CACHE_READER_HOST + "'",
                "'" + ParameterNames.CACHE_PORT + "'",
                "'" + ParameterNames.CACHE_USER + "'",
                "'" + ParameterNames.CACHE_SECRET_ARN + "'"));
  }

  @Test
  void theMachineKeyIsMadeOnceForEachKeyOfTheStack() {
    assertThat(script())
        .contains(
            "$machineKeyName ="
                + " '/mainstay-test/web/machine-key/11111111-2222-3333-4444-555555555555'",
            "$keyId = '" + Deployed.KEY_ARN + "'",
            "-Overwrite:$false");
  }

  @Test
  void noServerOpensMoreConnectionsThanItsShare() {
    args.databaseConnectionsPerInstance = 15;
    assertThat(script())
        .contains("$poolSize = '15'", "$builder.Add('Maximum Pool Size', $poolSize)");
  }

  @Test
  void theSiteStartsOnlyWhenEverythingElseIsDone() {
    List<String> steps = script().lines().dropWhile(line -> !line.equals("try {")).toList();

    assertThat(steps)
        .containsSubsequence(
            "    Initialize-WebServer",
            "    Install-Application",
            "    Register-Refresh",
            "    Publish-Health",
            "    Set-Binding",
            "    Start-Website -Name $site");
  }

  @Test
  void itStopsASiteThatTheImageBroughtAlongAndOneThatItInstalled() {
    assertThat(script().lines().dropWhile(line -> !line.startsWith("function Initialize")))
        .containsSubsequence(
            "    Install-WebServer",
            "    Import-Module WebAdministration",
            "    Stop-Site",
            "}",
            "    Initialize-WebServer");
    assertThat(script())
        .contains("if ((Get-WebsiteState -Name $site).Value -ne 'Stopped') { Stop-Website");
  }

  @Test
  void itHoldsNoSecretAndPrintsNone() {
    assertThat(script())
        .doesNotContainPattern("AKIA[0-9A-Z]{16}")
        .doesNotContainPattern("(?i)(password|secret)\\s*=\\s*['\"][^'\"]")
        .doesNotContainPattern(
            "Write-(Host|Output) [^\\n]*\\$(password|secret|validation|decryption)");
  }

  @Test
  void whatIsDownloadedComesOverTls() {
    assertThat(script()).doesNotContainPattern("http://").contains("Get-AuthenticodeSignature");
  }
}
