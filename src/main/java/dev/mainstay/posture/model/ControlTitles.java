package dev.mainstay.posture.model;

import java.util.Map;

/** Control names spelled out as AWS names things; those that are not here are so already. */
final class ControlTitles {
  private static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("Default SG empty", "Default security group is empty"),
          Map.entry("Flow logs", "VPC flow logs"),
          Map.entry("No auto public IP", "No automatic public IP addresses"),
          Map.entry("One NAT per AZ", "NAT gateway in each zone"),
          Map.entry("SG ingress", "Security group ingress"),
          Map.entry("SG egress", "Security group egress"),
          Map.entry("Descriptions", "Security group descriptions"),
          Map.entry("SG attached", "Security groups in use"),
          Map.entry("RDS private", "RDS private access"),
          Map.entry("RDS encrypted", "RDS encryption at rest"),
          Map.entry("TLS to the DB", "RDS encryption in transit"),
          Map.entry("RDS auth", "RDS IAM authentication"),
          Map.entry("Master secret", "RDS master password"),
          Map.entry("Admin name", "RDS administrator name"),
          Map.entry("Deletion guard", "RDS deletion protection"),
          Map.entry("Backups", "RDS automated backups"),
          Map.entry("Backup plan", "RDS backup plan"),
          Map.entry(
              "Minor upgrades, tags, CA", "RDS minor upgrades, tags and certificate authority"),
          Map.entry("Events", "RDS event notifications"),
          Map.entry("Cache failover", "ElastiCache automatic failover"),
          Map.entry("Cache crypto", "ElastiCache encryption"),
          Map.entry("Cache auth", "ElastiCache authentication"),
          Map.entry("Cache ops", "ElastiCache backups, upgrades and subnets"),
          Map.entry("ALB hardening", "Load balancer request handling"),
          Map.entry("ALB logs", "Load balancer access logs"),
          Map.entry("ALB guard", "Load balancer deletion protection"),
          Map.entry("ALB AZs", "Load balancer Availability Zones"),
          Map.entry("WAF", "Web application firewall"),
          Map.entry("DNS", "DNS records"),
          Map.entry("Listener TLS", "Listener TLS policy"),
          Map.entry("Redirect", "HTTP to HTTPS redirect"),
          Map.entry("Target TLS", "Target group TLS"),
          Map.entry("Health check", "Target group health check"),
          Map.entry("ACM", "ACM certificates"),
          Map.entry("ASG", "Auto Scaling groups"),
          Map.entry("IMDSv2", "Instance metadata service version 2"),
          Map.entry("No public IP on web", "No public IP address on servers"),
          Map.entry("EBS", "EBS encryption"),
          Map.entry("Management", "Systems Manager access"),
          Map.entry("User data", "User data secrets"),
          Map.entry("KMS", "KMS keys"),
          Map.entry("IAM", "IAM policies"),
          Map.entry("Log groups", "CloudWatch log groups"),
          Map.entry("Log bucket", "S3 buckets"),
          Map.entry("Alarms, SNS", "CloudWatch alarms and SNS topics"));

  private ControlTitles() {}

  static String of(String name) {
    return ALL.getOrDefault(name, name);
  }
}
