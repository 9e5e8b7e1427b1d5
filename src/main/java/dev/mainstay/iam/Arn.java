package dev.mainstay.iam;

/**
 * The parts of an Amazon Resource Name. The program reads account and partition from the ARN of its
 * own key and calls no AWS API for them.
 */
public record Arn(String partition, String service, String region, String account) {
  public static Arn parse(String arn) {
    String[] parts = arn.split(":", 6);
    return new Arn(parts[1], parts[2], parts[3], parts[4]);
  }

  /** The ARN of an AWS managed policy in the same partition. */
  public String managedPolicy(String name) {
    return "arn:%s:iam::aws:policy/%s".formatted(partition, name);
  }
}
