package dev.mainstay;

import dev.mainstay.config.SectionReader;
import dev.mainstay.facts.CacheNodeType;
import dev.mainstay.facts.DatabaseClass;
import dev.mainstay.stack.UsageArgs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What may stand under each key of the configuration, by section and key. */
final class Choices {
  static final List<String> REGIONS =
      List.of(
          "eu-central-1", "us-east-1", "ap-northeast-1", "us-west-2", "cn-north-1", "sa-east-1");

  private static final List<String> DATABASE_CLASSES =
      List.copyOf(new TreeSet<>(DatabaseClass.orderableNames()));
  private static final List<String> NODE_TYPES = List.copyOf(new TreeSet<>(CacheNodeType.names()));

  static final Map<String, Map<String, Choice>> ALL = sections();

  private Choices() {}

  private static Map<String, Map<String, Choice>> sections() {
    var all = new LinkedHashMap<String, Map<String, Choice>>();
    all.put("network", network());
    all.put("database", database());
    all.put("cache", cache());
    all.put("web", web());
    all.put("edge", edge());
    all.put("operations", operations());
    all.put("usage", usage());
    return all;
  }

  private static Map<String, Choice> network() {
    return Map.of(
        "cidr",
        Choice.of("10.0.0.0/16", "10.1.0.0/18", "192.168.16.0/20", "172.16.0.0/19")
            .not("10.0.0.0/24", "10.0.0.0/8", "10.0.0.1/16", "0.0.0.0/0", "fd00::/16", ""),
        "availabilityZones",
        Choice.of(
                List.of("a", "b"),
                List.of("b", "a"),
                List.of("a", "c"),
                List.of("a", "b", "c"),
                List.of("c", "d"))
            .not(List.of("a"), List.of(), List.of("a", "a"), List.of("eu-central-1a", "b")),
        "nat",
        Choice.of("perZone", "single", "instance", "none"),
        "natInstanceType",
        Choice.of("t4g.nano", "t3.micro", "m7g.medium", "m99.large"),
        "flowLogs",
        Choice.flag(),
        "endpoints",
        Choice.flag());
  }

  private static Map<String, Choice> database() {
    var keys = new LinkedHashMap<String, Choice>();
    keys.put("engineVersion", Choice.of("17", "16", "15", "17.5", "16.8", "18", "99").not("9.x"));
    keys.put(
        "instanceClass",
        Choice.drawn(random -> any(DATABASE_CLASSES, random.nextInt()))
            .not("db.m99.large", "db.t1.micro", "m7g.large"));
    keys.put("multiAz", Choice.flag());
    keys.put("storageGib", Choice.range(20, 65_536));
    keys.put("maxStorageGib", Choice.range(0, 65_536));
    keys.put("storageType", Choice.of("gp3", "gp3", "gp2", "io1", "io2").not("magnetic"));
    keys.put("iops", Choice.range(1_000, 64_000));
    keys.put("throughputMibps", Choice.range(500, 4_000));
    keys.put(
        "identifier", Choice.of("shop", "shop-db-2").not("Shop", "1shop", "a--b", "shop-", ""));
    keys.put("name", Choice.of("shop", "Shop_2").not("2shop", "a b", ""));
    keys.put("username", Choice.of("dba", "Keeper_1").not("admin", "postgres", "pg_x", "1a"));
    keys.put("credentials", Choice.of("managed", "own"));
    keys.put(
        "parameters",
        Choice.of(
                Map.of("max_connections", 200L),
                Map.of("max_prepared_transactions", 100L),
                Map.of())
            .not(Map.of("rds.force_ssl", 0L), Map.of("log_statement", "none"), List.of()));
    keys.put("backupRetentionDays", Choice.range(1, 35));
    keys.put("backupWindow", Choice.daily());
    keys.put("maintenanceWindow", Choice.weekly());
    keys.put("deletionProtection", Choice.flag());
    keys.put("finalSnapshot", Choice.flag());
    keys.put("readReplicas", Choice.range(0, 3).not(16L));
    keys.put("restoreFromSnapshot", Choice.of("rds:shop-2026-01-01-01-00", "my-snapshot"));
    keys.put("monitoringIntervalSeconds", Choice.of(0L, 1L, 5L, 10L, 15L, 30L, 60L).not(2L, 61L));
    keys.put("databaseInsights", Choice.of("standard", "advanced", "off"));
    keys.put("blueGreenUpdates", Choice.flag());
    keys.put("applyImmediately", Choice.flag());
    keys.put("allowMajorVersionUpgrade", Choice.flag());
    keys.put("port", Choice.range(1_150, 65_535));
    return keys;
  }

  private static Map<String, Choice> cache() {
    var keys = new LinkedHashMap<String, Choice>();
    keys.put("engine", Choice.of("valkey", "redis").not("memcached"));
    keys.put(
        "engineVersion", Choice.of("8.1", "8.0", "7.2", "7.1", "7.0", "6.2").not("5.0.6", "8"));
    keys.put("authentication", Choice.of("iam", "password"));
    keys.put(
        "nodeType",
        Choice.drawn(random -> any(NODE_TYPES, random.nextInt()))
            .not("cache.m99.large", "cache.t1.micro", "t4g.small"));
    keys.put("replicas", Choice.range(0, 5));
    keys.put("multiAz", Choice.flag());
    keys.put(
        "parameters",
        Choice.of(Map.of("maxmemory-policy", "allkeys-lru"), Map.of())
            .not(Map.of("cluster-enabled", "yes"), "x"));
    keys.put("snapshotRetentionDays", Choice.range(0, 35));
    keys.put("snapshotWindow", Choice.daily());
    keys.put("maintenanceWindow", Choice.weekly());
    keys.put("applyImmediately", Choice.flag());
    return keys;
  }

  private static Map<String, Choice> web() {
    var keys = new LinkedHashMap<String, Choice>();
    keys.put(
        "instanceType",
        Choice.of("m7i.large", "t3.medium", "c6a.xlarge", "m7g.large", "m99.big")
            .not("m7i", "large", ""));
    keys.put("subnets", Choice.of("private", "public"));
    keys.put("minInstances", Choice.range(1, 12).not(0L, 501L));
    keys.put("maxInstances", Choice.range(1, 500));
    keys.put("requiredInstances", Choice.range(1, 6).not(0L, -1L));
    keys.put("rootVolumeGib", Choice.range(30, 2_048));
    keys.put("rootDeviceName", Choice.of("/dev/sda1", "/dev/xvda").not("sda1", "C:"));
    keys.put(
        "image",
        Choice.of(
                "ami-0123456789abcdef0",
                "/shop/image",
                "/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base",
                "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64")
            .not("ami-1", "windows"));
    keys.put("keyPair", Choice.of("web-servers", "it's mine").not("", "schlüssel"));
    keys.put(
        "publicKey",
        Choice.of("src/test/resources/web-servers.pub").not("", "pom.xml", "ssh-rsa AAAA"));
    keys.put(
        "rdpCidrs",
        Choice.listOf(
            3,
            Choice.of("203.0.113.7/32", "198.51.0.0/16", "192.0.2.0/24")
                .not("0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "::/0", "10.0.0.1/24", "office")));
    keys.put(
        "application",
        Choice.mapOf(
            Map.of(
                "bucket", Choice.of("shop-releases").not("A", "s3://x"),
                "key", Choice.of("releases/42.zip", "it's.zip").not("42.tar", ""),
                "answersHealthChecks", Choice.flag())));
    keys.put("userDataFile", Choice.of("LICENSE", "Pulumi.yaml").not("pom.xml", "missing.sh"));
    keys.put(
        "scaling",
        Choice.mapOf(
            Map.of(
                "cpuPercent",
                Choice.range(10, 90),
                "requestsPerTarget",
                Choice.range(1, 1_000_000))));
    keys.put("schedules", Choice.listOf(2, Choice.mapOf(schedule())));
    keys.put("databaseConnectionsPerInstance", Choice.range(1, 100).not(0L, 10_001L));
    keys.put("bootSeconds", Choice.range(60, 7_200));
    return keys;
  }

  private static Map<String, Choice> schedule() {
    return Map.of(
        "name", Choice.of("day", "night", "sale").not("a b"),
        "recurrence", Choice.of("0 7 * * 1-5", "30 20 1,15 * *").not("daily", "0 7 * *"),
        "timeZone", Choice.of("Europe/Berlin", "Etc/UTC").not("Mars/Base"),
        "minInstances", Choice.range(1, 6),
        "maxInstances", Choice.range(6, 12));
  }

  private static Map<String, Choice> edge() {
    var keys = new LinkedHashMap<String, Choice>();
    keys.put(
        "domain",
        Choice.of("example.com", "shop.example.org", "a-b.co.uk")
            .not("*.example.com", "Example.com", "localhost", "-a.com", "a.".repeat(40) + "com"));
    keys.put("hostedZoneId", Choice.of("Z0EXAMPLE0EXAMPLE000").not("example.com", "z1"));
    keys.put("validation", Choice.of("dns", "email"));
    keys.put(
        "certificateArn",
        Choice.drawn(
                random ->
                    "arn:aws:acm:"
                        + any(REGIONS.subList(0, 2), random.nextInt())
                        + ":123456789012:certificate/11111111-2222-3333-4444-555555555555")
            .not("arn:aws:iam::123456789012:server-certificate/x"));
    keys.put(
        "sslPolicy",
        Choice.of(
                "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-2021-06")
            .not("ELBSecurityPolicy-2016-08"));
    keys.put("healthPath", Choice.of("/health", "/", "/a/b.aspx?x=1").not("health", "/a b", "/'"));
    keys.put("healthIntervalSeconds", Choice.range(5, 300));
    keys.put("healthTimeoutSeconds", Choice.range(2, 120));
    keys.put("healthyThreshold", Choice.range(2, 10));
    keys.put("unhealthyThreshold", Choice.range(2, 10));
    keys.put("targetProtocol", Choice.of("https", "http"));
    keys.put("deregistrationSeconds", Choice.range(0, 3_600));
    keys.put("stickinessSeconds", Choice.range(0, 604_800));
    keys.put("idleTimeoutSeconds", Choice.range(1, 4_000));
    keys.put("responseHeaders", Choice.flag());
    keys.put(
        "allowedCidrs",
        Choice.listOf(
            3,
            Choice.of("0.0.0.0/0", "203.0.113.0/24", "10.0.0.0/8")
                .not("::/0", "203.0.113.1/24", "all")));
    keys.put("accessLogs", Choice.flag());
    keys.put("waf", Choice.flag());
    keys.put("rateLimitPer5Minutes", Choice.range(10, 2_000_000_000));
    keys.put("deletionProtection", Choice.flag());
    return keys;
  }

  private static Map<String, Choice> operations() {
    return Map.of(
        "alarmEmails",
            Choice.listOf(2, Choice.of("ops@example.com", "b@example.com").not("ops", "")),
        "logRetentionDays", Choice.of(1L, 14L, 30L, 365L, 400L, 3653L).not(0L, 15L, 366L),
        "dashboard", Choice.flag(),
        "backupVault", Choice.flag(),
        "restoreTesting", Choice.flag(),
        "monthlyBudgetUsd", Choice.range(1, 10_000_000),
        "goldenImage",
            Choice.mapOf(
                Map.of(
                    "schedule",
                    Choice.of("0 2 ? * wed#4 *", "30 22 1,15 * ? *", "*/5 0-6 L jan-mar/2 ? 2027")
                        .not("0 2 * * * *", "0 2 ? * wed#4", "cron(0 2 1 * ? *)", "monthly", ""),
                    "keepImages",
                    Choice.range(2, 1_000),
                    "instanceType",
                    Choice.of("m7i.large", "c6a.xlarge", "m99.big").not("m7g.large", "large", ""))),
        "targets",
            Choice.mapOf(
                Map.of(
                    "rtoSeconds",
                    Choice.range(0, 2_592_000),
                    "rpoSeconds",
                    Choice.range(0, 2_592_000))));
  }

  private static Map<String, Choice> usage() {
    var keys = new LinkedHashMap<String, Choice>();
    SectionReader.shapeOf(UsageArgs.class)
        .keySet()
        .forEach(key -> keys.put(key, Choice.range(0, 1_000_000)));
    keys.put("imageBuildHours", Choice.range(0, 730));
    return keys;
  }

  private static String any(List<String> values, int number) {
    return values.get(Math.floorMod(number, values.size()));
  }

  /** Every key, as {@code section.key}. */
  static List<String> keys() {
    var keys = new ArrayList<String>();
    ALL.forEach(
        (section, choices) -> choices.keySet().forEach(key -> keys.add(section + "." + key)));
    return keys;
  }
}
