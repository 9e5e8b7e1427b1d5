package dev.mainstay.cost.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceFetchTest {
  private static final String OLD = "region,service,item,unit,usd\neu-west-2,alb,hour,hour,9\n";

  @TempDir Path folder;
  private Path target;
  private PriceServer server;
  private final List<String> progress = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    target = folder.resolve("prices.eu-west-2.csv");
    server = new PriceServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PriceFetch.Result fetch() throws IOException {
    return new PriceFetch(
            server.address(),
            (offer, percent) -> progress.add(offer + " " + percent),
            Duration.ofMillis(300))
        .fetch(PriceServer.REGION, target);
  }

  private List<String> rows() throws IOException {
    return Files.readAllLines(target);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theRowsThatTheProgramUsesAreWritten() throws IOException {
    fetch();

    assertThat(rows())
        .containsExactly(
            "region,service,item,unit,usd,sources,asOf",
            row("alb,hour,hour,0.02646", "AWSELB"),
            row("alb,lcu,lcu-hour,0.0084", "AWSELB"),
            row("clb,hour,hour,0.0294", "AWSELB"),
            row("cloudwatch,alarm-standard,month,0.1", "AmazonCloudWatch"),
            row("cloudwatch,log-ingest,gb,0.5985", "AmazonCloudWatch"),
            row("cloudwatch,log-storage,gb-month,0.0315", "AmazonCloudWatch"),
            row("cloudwatch,metric,month,0.3", "AmazonCloudWatch"),
            row("ebs,gp3,gb-month,0.0928", "AmazonEC2"),
            row("ebs,gp3-iops,iops-month,0.0058", "AmazonEC2"),
            // 47.5136 per GiB/s: 47.5136 / 1024 = 0.0464 per MiB/s
            row("ebs,gp3-throughput,mibps-month,0.0464", "AmazonEC2"),
            row("ebs,snapshot,gb-month,0.053", "AmazonEC2"),
            row("ec2-linux,m7i.large,hour,0.118", "AmazonEC2"),
            row("ec2-windows,m7i.large,hour,0.21", "AmazonEC2"),
            row("elasticache-memcached,cache.t4g.micro,hour,0.018", "AmazonElastiCache"),
            row("elasticache-redis,cache.t4g.micro,hour,0.018", "AmazonElastiCache"),
            row("elasticache-valkey,cache.t4g.micro,hour,0.0144", "AmazonElastiCache"),
            row("kms,customer-key,month,1", "awskms"),
            // the first 20,000 requests are free; 0.000003 each
            row("kms,requests,thousand,0.003", "awskms"),
            row("nat-gateway,data,gb,0.05", "AmazonEC2"),
            row("nat-gateway,hour,hour,0.05", "AmazonEC2"),
            row("nlb,hour,hour,0.02646", "AWSELB"),
            row("nlb,lcu,lcu-hour,0.006", "AWSELB"),
            row("public-ipv4,address,hour,0.005", "AmazonVPC"),
            row("rds-backup-storage,beyond-free,gb-month,0.098", "AmazonRDS"),
            row("rds-mysql-single-az,db.t4g.medium,hour,0.071", "AmazonRDS"),
            row("rds-postgres-multi-az,db.t4g.medium,hour,0.145", "AmazonRDS"),
            row("rds-postgres-single-az,db.t4g.medium,hour,0.072", "AmazonRDS"),
            row("rds-storage-multi-az,gp3,gb-month,0.266", "AmazonRDS"),
            row("rds-storage-single-az,gp2,gb-month,0.133", "AmazonRDS"),
            row("rds-storage-single-az,gp3,gb-month,0.133", "AmazonRDS"),
            row("s3,get-requests,thousand,0.00042", "AmazonS3"),
            row("s3,put-requests,thousand,0.0053", "AmazonS3"),
            // of three tiers the first
            row("s3,storage,gb-month,0.024", "AmazonS3"),
            row("secrets-manager,requests,thousand,0.005", "AWSSecretsManager"),
            row("secrets-manager,secret,month,0.4", "AWSSecretsManager"),
            row("vpc-interface-endpoint,data,gb,0.01", "AmazonVPC"),
            row("vpc-interface-endpoint,per-az,hour,0.011", "AmazonVPC"),
            row("waf,requests,million,0.6", "awswaf"),
            row("waf,web-acl,month,5", "awswaf"));
  }

  private static String row(String price, String offer) {
    return "eu-west-2,%s,offer %s,2026-09-04".formatted(price, offer);
  }

  @Test
  void whatWasLeftOutIsSaid() throws IOException {
    PriceFetch.Result result = fetch();

    assertThat(result.prices()).isEqualTo(39);
    assertThat(result.missing()).containsExactly("AmazonRoute53");
    assertThat(result.ambiguous()).containsExactly("waf rule");
  }

  @Test
  void nothingButThePricesIsLeft() throws IOException {
    fetch();

    assertThat(left()).containsExactly("prices.eu-west-2.csv");
  }

  @Test
  void eachFileIsReportedUpToAllOfIt() throws IOException {
    fetch();

    assertThat(progress).contains("AmazonEC2 100", "awswaf 100");
  }

  @Test
  void aFileThatIsCutOffIsContinuedWhereItEnded() throws IOException {
    server.faultOf("AmazonEC2", cutOnceAt(4000));

    fetch();

    assertThat(server.requestsFor("AmazonEC2")).containsExactly("", "bytes=4000-");
    assertThat(rows()).contains(row("ec2-linux,m7i.large,hour,0.118", "AmazonEC2"));
  }

  private static PriceServer.Fault cutOnceAt(int bytes) {
    return (exchange, file) -> {
      if (exchange.getRequestHeaders().containsKey("Range")) {
        return false;
      }
      return cut(exchange, file, bytes);
    };
  }

  private static boolean cut(HttpExchange exchange, byte[] file, int bytes) throws IOException {
    exchange.sendResponseHeaders(200, file.length);
    exchange.getResponseBody().write(Arrays.copyOf(file, bytes));
    exchange.getResponseBody().flush();
    return true;
  }

  @Test
  void aRunThatFailedIsContinuedByTheNext() throws IOException {
    Files.writeString(target, OLD);
    server.faultOf(
        "AmazonRDS",
        (exchange, file) ->
            exchange.getRequestHeaders().containsKey("Range")
                ? broken(exchange, 503)
                : cut(exchange, file, 2000));

    assertThatThrownBy(this::fetch)
        .hasMessage(server.fileOf("AmazonRDS") + " answers with status 503");
    assertThat(Files.readString(target)).isEqualTo(OLD);
    server.mend();
    fetch();

    assertThat(server.requestsFor("AmazonRDS")).containsExactly("", "bytes=2000-", "bytes=2000-");
    // complete already: nothing but the question whether there is more
    int length = PriceServer.file("AmazonEC2").length;
    assertThat(server.requestsFor("AmazonEC2")).containsExactly("", "bytes=%d-".formatted(length));
    assertThat(rows()).hasSize(40);
  }

  private static boolean broken(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    return true;
  }

  @Test
  void aServerWithoutRangesIsAskedForAllOfItAgain() throws IOException {
    server.faultOf(
        "AmazonS3",
        (exchange, file) -> {
          if (!exchange.getRequestHeaders().containsKey("Range")) {
            return cut(exchange, file, 100);
          }
          exchange.sendResponseHeaders(200, file.length);
          exchange.getResponseBody().write(file);
          return true;
        });

    fetch();

    assertThat(rows()).contains(row("s3,storage,gb-month,0.024", "AmazonS3"));
  }

  @Test
  void aFileThatAlwaysEndsEarlyLeavesTheOldPrices() throws IOException {
    Files.writeString(target, OLD);
    server.faultOf(
        "awskms",
        (exchange, file) -> {
          if (exchange.getRequestHeaders().containsKey("Range")) {
            exchange.sendResponseHeaders(206, 10);
            return true;
          }
          return cut(exchange, file, 100);
        });

    assertThatThrownBy(this::fetch)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(server.fileOf("awskms"));
    assertThat(Files.readString(target)).isEqualTo(OLD);
  }

  @Test
  void aFileThatIsNotThereLeavesTheOldPrices() throws IOException {
    Files.writeString(target, OLD);
    server.faultOf("awswaf", (exchange, file) -> broken(exchange, 404));

    assertThatThrownBy(this::fetch)
        .hasMessage(server.fileOf("awswaf") + " answers with status 404");
    assertThat(Files.readString(target)).isEqualTo(OLD);
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() throws IOException {
    Files.writeString(target, OLD);
    server.faultOf(
        "AWSELB",
        (exchange, file) -> {
          cut(exchange, file, 50);
          Thread.sleep(2000);
          return true;
        });

    assertThatThrownBy(this::fetch).hasMessage(server.fileOf("AWSELB") + " sends nothing for 1 s");
    assertThat(Files.readString(target)).isEqualTo(OLD);
  }

  @Test
  void aColumnThatIsMissingIsNamed() throws IOException {
    Files.writeString(target, OLD);
    server.faultOf("AmazonEC2", changed("\"CapacityStatus\"", "\"Capacity Status\""));

    assertThatThrownBy(this::fetch)
        .hasMessage(
            server.fileOf("AmazonEC2") + " has no column CapacityStatus; its format has changed");
    assertThat(Files.readString(target)).isEqualTo(OLD);
  }

  @Test
  void anotherFormatIsNamed() {
    server.faultOf(
        "AmazonEC2", changed("\"FormatVersion\",\"v1.0\"", "\"FormatVersion\",\"v2.0\""));

    assertThatThrownBy(this::fetch)
        .hasMessage(server.fileOf("AmazonEC2") + " has the format v2.0; this release reads v1.0");
  }

  @Test
  void aPageInPlaceOfAFileIsNamed() {
    server.faultOf("AmazonVPC", replaced("<html>sign in</html>\n"));

    assertThatThrownBy(this::fetch)
        .hasMessage(
            server.fileOf("AmazonVPC") + " has no row of column names that starts with SKU");
  }

  @Test
  void aRowThatIsTooShortIsNamed() {
    server.faultOf("awswaf", changed("\"EUW2-WebACLV2\",,\"eu-west-2\",", "\"EUW2-WebACLV2\""));

    assertThatThrownBy(this::fetch)
        .hasMessageMatching(".*awswaf.* is damaged: row [0-9]+ has 18 values instead of 21");
  }

  @Test
  void anIndexOfAnotherFormatIsNamed() {
    server.fault(PriceServer.index("AmazonEC2"), replaced("[]"));

    assertThatThrownBy(this::fetch)
        .hasMessage(
            server.address()
                + PriceServer.index("AmazonEC2")
                + " is no index of regions; its format has changed");
  }

  @Test
  void aRegionThatTheListDoesNotHaveIsRefused() {
    var fetch = new PriceFetch(server.address(), (offer, percent) -> {}, Duration.ofMillis(300));

    assertThatThrownBy(() -> fetch.fetch("xx-nowhere-1", target))
        .hasMessage("The price list has no prices of the region xx-nowhere-1.");
    assertThat(target).doesNotExist();
  }

  private static PriceServer.Fault changed(String from, String to) {
    return (exchange, file) -> {
      String text = new String(file, StandardCharsets.UTF_8);
      assertThat(text).contains(from);
      return replaced(text.replace(from, to)).answer(exchange, file);
    };
  }

  private static PriceServer.Fault replaced(String text) {
    return (exchange, file) -> {
      PriceServer.serve(exchange, text.getBytes(StandardCharsets.UTF_8));
      return true;
    };
  }
}
