package dev.mainstay.iam;

/**
 * An Amazon Resource Name, taken apart. The program learns its account and partition from the ARN
 * of its own key, so that it needs no call to AWS to find them out.
 */
public record Arn(String partition, String service, String region, String account) {
  public static Arn parse(String arn) {
    String[] parts = arn.split(":", 6);
    return new Arn(parts[1], parts[2], parts[3], parts[4]);
  }

  /** The ARN of a policy that AWS maintains, in the same partition. */
  public String managedPolicy(String name) {
    return "arn:%s:iam::aws:policy/%s".formatted(partition, name);
  }
}
