package dev.mainstay.stack;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Rule;
import dev.mainstay.config.Section;
import dev.mainstay.cost.Usage;
import dev.mainstay.cost.Use;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * How much the stack is used per month, for the estimate of its cost: section {@code
 * mainstay:usage}. The defaults are those of a small site.
 */
public final class UsageArgs extends ResourceArgs implements Section {
  /** GB through each NAT gateway. */
  @Import @Nullable public Integer natGb;

  /** GB through each interface endpoint. */
  @Import @Nullable public Integer endpointGb;

  /** Capacity units of each load balancer, on average over the month. */
  @Import @Nullable public Integer loadBalancerUnits;

  /** Requests to each web ACL, in millions. */
  @Import @Nullable public Integer firewallMillionRequests;

  /** Queries of each DNS record that is no alias, in millions. */
  @Import @Nullable public Integer dnsMillionQueries;

  /** GB into each log group, and of the enhanced monitoring of each database. */
  @Import @Nullable public Integer logGb;

  /** GB of backups beyond what is free, of each database, cache and backup vault. */
  @Import @Nullable public Integer backupGb;

  /** GB in each bucket. */
  @Import @Nullable public Integer bucketGb;

  /** Requests to each bucket, in thousands. */
  @Import @Nullable public Integer bucketThousandRequests;

  /** Requests to each customer managed key, in thousands. */
  @Import @Nullable public Integer keyThousandRequests;

  /** Requests for each secret, in thousands. */
  @Import @Nullable public Integer secretThousandRequests;

  /** Notifications of each topic and to each subscribed address, in thousands. */
  @Import @Nullable public Integer thousandEmails;

  /** Hours in which each image pipeline runs an instance. */
  @Import @Nullable public Integer imageBuildHours;

  /** GB of snapshots of the images of each pipeline. */
  @Import @Nullable public Integer imageGb;

  /** GB of data in each Aurora cluster. */
  @Import @Nullable public Integer auroraGb;

  /** I/O requests of each Aurora cluster, in millions. */
  @Import @Nullable public Integer auroraMillionRequests;

  public int natGb() {
    return or(natGb, Use.NAT);
  }

  public int endpointGb() {
    return or(endpointGb, Use.ENDPOINT);
  }

  public int loadBalancerUnits() {
    return or(loadBalancerUnits, Use.LOAD_BALANCER);
  }

  public int firewallMillionRequests() {
    return or(firewallMillionRequests, Use.FIREWALL);
  }

  public int dnsMillionQueries() {
    return or(dnsMillionQueries, Use.DNS);
  }

  public int logGb() {
    return or(logGb, Use.LOGS);
  }

  public int backupGb() {
    return or(backupGb, Use.BACKUPS);
  }

  public int bucketGb() {
    return or(bucketGb, Use.BUCKET);
  }

  public int bucketThousandRequests() {
    return or(bucketThousandRequests, Use.BUCKET_REQUESTS);
  }

  public int keyThousandRequests() {
    return or(keyThousandRequests, Use.KEY_REQUESTS);
  }

  public int secretThousandRequests() {
    return or(secretThousandRequests, Use.SECRET_REQUESTS);
  }

  public int thousandEmails() {
    return or(thousandEmails, Use.EMAILS);
  }

  public int imageBuildHours() {
    return or(imageBuildHours, Use.IMAGE_BUILD);
  }

  public int imageGb() {
    return or(imageGb, Use.IMAGES);
  }

  public int auroraGb() {
    return or(auroraGb, Use.AURORA);
  }

  public int auroraMillionRequests() {
    return or(auroraMillionRequests, Use.AURORA_REQUESTS);
  }

  private static int or(@Nullable Integer given, Use use) {
    return given == null ? use.ofASmallSite() : given;
  }

  /** The same for the estimate. */
  Usage usage() {
    var quantities = new EnumMap<Use, Integer>(Use.class);
    quantities.put(Use.NAT, natGb());
    quantities.put(Use.ENDPOINT, endpointGb());
    quantities.put(Use.LOAD_BALANCER, loadBalancerUnits());
    quantities.put(Use.FIREWALL, firewallMillionRequests());
    quantities.put(Use.DNS, dnsMillionQueries());
    quantities.put(Use.LOGS, logGb());
    quantities.put(Use.BACKUPS, backupGb());
    quantities.put(Use.BUCKET, bucketGb());
    quantities.put(Use.BUCKET_REQUESTS, bucketThousandRequests());
    quantities.put(Use.KEY_REQUESTS, keyThousandRequests());
    quantities.put(Use.SECRET_REQUESTS, secretThousandRequests());
    quantities.put(Use.EMAILS, thousandEmails());
    quantities.put(Use.IMAGE_BUILD, imageBuildHours());
    quantities.put(Use.IMAGES, imageGb());
    quantities.put(Use.AURORA, auroraGb());
    quantities.put(Use.AURORA_REQUESTS, auroraMillionRequests());
    return new Usage(Map.copyOf(quantities));
  }

  @Override
  public List<Problem> problems() {
    return Rule.check(UsageRules.ALL, this);
  }
}
