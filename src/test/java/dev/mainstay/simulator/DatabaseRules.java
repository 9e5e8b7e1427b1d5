package dev.mainstay.simulator;

import static dev.mainstay.simulator.AwsRule.require;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** What RDS asks of a PostgreSQL instance and its parameter group. */
final class DatabaseRules implements AwsRule {
  private static final int LONG_INSIGHTS_DAYS = 465;

  private final Map<String, CSVRecord> versions =
      Table.read("rds-postgres-versions.csv").stream()
          .collect(Collectors.toMap(row -> row.get("version"), row -> row));

  @Override
  public void check(Proposal proposal, Account account) {
    if (proposal.type().equals("aws:rds/instance:Instance")) {
      if (proposal.has("replicateSourceDb")) {
        checkReplica(proposal, account);
        return;
      }
      checkVersion(proposal, account);
      checkPlacement(proposal, account);
      checkMonitoring(proposal);
      checkCredentials(proposal);
      DatabaseStorage.check(proposal);
      DatabaseWindows.check(proposal);
    }
  }

  private void checkVersion(Proposal proposal, Account account) {
    var version = versions.get(proposal.text("engineVersion"));
    require(
        !proposal.isNew() || (version != null && version.get("creatable").equals("yes")),
        "InvalidParameterCombination: Cannot find version %s for postgres"
            .formatted(proposal.text("engineVersion")));
    account.all("aws:rds/parameterGroup:ParameterGroup").stream()
        .filter(group -> group.text("name").equals(proposal.text("parameterGroupName")))
        .forEach(
            group ->
                require(
                    version == null
                        || group.text("family").equals(version.get("parameterGroupFamily")),
                    "InvalidParameterCombination: The Parameter Group %s with DBParameterGroupFamily %s can't be used for this instance."
                        .formatted(group.text("name"), group.text("family"))));
  }

  private static void checkPlacement(Proposal proposal, Account account) {
    require(
        !(proposal.flag("multiAz") && proposal.has("availabilityZone")),
        "InvalidParameterCombination: Requesting a specific availability zone is not valid for Multi-AZ instances.");
    account.all("aws:rds/subnetGroup:SubnetGroup").stream()
        .filter(group -> group.text("name").equals(proposal.text("dbSubnetGroupName")))
        .forEach(group -> checkZones(group, account));
  }

  private static void checkZones(LiveResource group, Account account) {
    require(
        Zones.of(group.get("subnetIds"), account).size() >= 2,
        "DBSubnetGroupDoesNotCoverEnoughAZs: The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Please add subnets to cover at least 2 AZs.");
  }

  private static void checkMonitoring(Proposal proposal) {
    require(
        proposal.number("monitoringInterval", 0) == 0 || proposal.has("monitoringRoleArn"),
        "InvalidParameterCombination: A MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0.");
    var days = proposal.number("performanceInsightsRetentionPeriod", 7);
    require(
        days == 7 || days == 731 || (days % 31 == 0 && days <= 713),
        "InvalidParameterValue: Invalid Performance Insights retention period " + days);
    require(
        !proposal.text("databaseInsightsMode").equals("advanced")
            || (proposal.flag("performanceInsightsEnabled") && days >= LONG_INSIGHTS_DAYS),
        "InvalidParameterCombination: The Advanced mode of Database Insights needs Performance Insights with a retention of at least 465 days.");
  }

  private static void checkCredentials(Proposal proposal) {
    var restored = proposal.has("snapshotIdentifier") || proposal.has("restoreToPointInTime");
    require(
        proposal.flag("manageMasterUserPassword") || proposal.has("password") || restored,
        "InvalidParameterValue: The parameter MasterUserPassword must be provided and must not be blank.");
    require(
        !(proposal.flag("manageMasterUserPassword") && proposal.has("password")),
        "InvalidParameterCombination: You can't specify MasterUserPassword when ManageMasterUserPassword is enabled.");
    var blueGreen =
        proposal.objects("blueGreenUpdate").stream()
            .anyMatch(it -> Boolean.TRUE.equals(it.get("enabled")));
    require(
        !(blueGreen && proposal.flag("manageMasterUserPassword")),
        "InvalidParameterCombination: blue/green deployments do not support a managed master user password");
  }

  private static void checkReplica(Proposal proposal, Account account) {
    account.all(proposal.type()).stream()
        .filter(
            source ->
                source.text("identifier").equals(proposal.text("replicateSourceDb"))
                    || source.text("arn").equals(proposal.text("replicateSourceDb")))
        .forEach(DatabaseRules::checkSource);
  }

  private static void checkSource(LiveResource source) {
    require(
        !source.flag("manageMasterUserPassword"),
        "InvalidDBInstanceState: a source with a managed master user password cannot have read replicas");
    require(
        source.get("backupRetentionPeriod") instanceof Number days && days.intValue() > 0,
        "InvalidDBInstanceState: Automated backups are not enabled for this database instance.");
  }
}
