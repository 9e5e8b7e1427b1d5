package dev.mainstay.cost;

/** A quantity per month that depends on use, with what is assumed of a small site. */
public enum Use {
  /** Through each NAT gateway. */
  NAT("natGb", 10, "GB"),
  /** Through each interface endpoint. */
  ENDPOINT("endpointGb", 1, "GB"),
  /** Of each load balancer, on average. */
  LOAD_BALANCER("loadBalancerUnits", 1, "on average"),
  /** To each web ACL. */
  FIREWALL("firewallMillionRequests", 1, "million requests"),
  /** Of each DNS record that is no alias. */
  DNS("dnsMillionQueries", 1, "million queries"),
  /** Into each log group, and of the enhanced monitoring of each database. */
  LOGS("logGb", 1, "GB"),
  /** Of each database, cache and backup vault, beyond what is free. */
  BACKUPS("backupGb", 10, "GB beyond what is free"),
  /** In each bucket. */
  BUCKET("bucketGb", 1, "GB"),
  /** To each bucket. */
  BUCKET_REQUESTS("bucketThousandRequests", 10, "thousand requests, each as a PUT"),
  /** To each customer managed key. */
  KEY_REQUESTS("keyThousandRequests", 10, "thousand requests"),
  /** For each secret. */
  SECRET_REQUESTS("secretThousandRequests", 10, "thousand requests"),
  /** To each subscribed address, in thousands. */
  EMAILS("thousandEmails", 1, "thousand e-mails"),
  /** Of an instance, for each image pipeline. */
  IMAGE_BUILD("imageBuildHours", 2, "hours"),
  /** Of snapshots, for each image pipeline. */
  IMAGES("imageGb", 50, "GB of snapshots"),
  /** In each Aurora cluster. */
  AURORA("auroraGb", 10, "GB"),
  /** Of each Aurora cluster. */
  AURORA_REQUESTS("auroraMillionRequests", 10, "million I/O requests");

  private final String key;
  private final int ofASmallSite;
  private final String unit;

  Use(String key, int ofASmallSite, String unit) {
    this.key = key;
    this.ofASmallSite = ofASmallSite;
    this.unit = unit;
  }

  /** Its key under {@code mainstay:usage}. */
  public String key() {
    return key;
  }

  /** What is assumed unless the configuration says otherwise. */
  public int ofASmallSite() {
    return ofASmallSite;
  }

  /** For people, with the key that changes it. */
  String assumption(int quantity) {
    return "%d %s (usage.%s)".formatted(quantity, unit, key);
  }
}
