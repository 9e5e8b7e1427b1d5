package dev.mainstay.disruption;

import static dev.mainstay.graph.HandMade.graph;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change of one input, and its effect: pairs of a change with impact and one without. */
class EffectsTest {
  private static final Gson JSON =
      new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  @ParameterizedTest(name = "{0} {1}: {2} -> {3} is {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      textBlock =
          """
          lb/listener:Listener | port | 443 | 8443 | CONNECTION_DROP
          lb/listener:Listener | protocol | "HTTPS" | "HTTP" | CONNECTION_DROP
          lb/listener:Listener | sslPolicy | "old" | "new" | UNKNOWN
          lb/listener:Listener | defaultActions | [{"type":"forward"}] | [{"type":"fixed-response"}] | CONNECTION_DROP
          alb/listener:Listener | port | 443 | 8443 | CONNECTION_DROP
          lb/listener:Listener | certificateArn | "a" | "b" | UNKNOWN
          lb/targetGroup:TargetGroup | port | 80 | 8080 | REPLACEMENT
          lb/targetGroup:TargetGroup | healthCheck | {"path":"/a"} | {"path":"/b"} | UNKNOWN
          lb/targetGroup:TargetGroup | healthCheck | {"interval":10} | {"interval":20} | NOTHING
          lb/loadBalancer:LoadBalancer | enableDeletionProtection | true | false | NOTHING
          lb/loadBalancer:LoadBalancer | subnets | ["a","b"] | ["a"] | CONNECTION_DROP
          lb/loadBalancer:LoadBalancer | subnets | ["a"] | ["a","b"] | NOTHING
          lb/loadBalancer:LoadBalancer | ipAddressType | "dualstack" | "ipv4" | CONNECTION_DROP
          lb/loadBalancer:LoadBalancer | ipAddressType | "ipv4" | "dualstack" | NOTHING
          lb/loadBalancer:LoadBalancer | colour | 1 | 2 | UNKNOWN
          autoscaling/group:Group | targetGroupArns | ["a"] | [] | CONNECTION_DROP
          autoscaling/group:Group | targetGroupArns | ["a"] | - | CONNECTION_DROP
          autoscaling/group:Group | targetGroupArns | ["a"] | ["b"] | CONNECTION_DROP
          autoscaling/group:Group | targetGroupArns | ["a"] | ["a","b"] | NOTHING
          autoscaling/group:Group | desiredCapacity | 2 | 0 | CONNECTION_DROP
          autoscaling/group:Group | desiredCapacity | 2 | 1 | UNKNOWN
          autoscaling/group:Group | desiredCapacity | 2 | 3 | NOTHING
          autoscaling/group:Group | maxSize | 2 | 0 | CONNECTION_DROP
          autoscaling/group:Group | minSize | 2 | 0 | UNKNOWN
          autoscaling/schedule:Schedule | desiredCapacity | 2 | 0 | CONNECTION_DROP
          autoscaling/schedule:Schedule | recurrence | "a" | "b" | NOTHING
          cloudwatch/logGroup:LogGroup | retentionInDays | 365 | 30 | DATA_LOSS
          cloudwatch/logGroup:LogGroup | retentionInDays | - | 30 | DATA_LOSS
          cloudwatch/logGroup:LogGroup | retentionInDays | 0 | 30 | DATA_LOSS
          cloudwatch/logGroup:LogGroup | retentionInDays | 30 | 365 | NOTHING
          cloudwatch/logGroup:LogGroup | retentionInDays | 30 | 0 | NOTHING
          cloudwatch/logGroup:LogGroup | retentionInDays | 30 | - | NOTHING
          cloudwatch/metricAlarm:MetricAlarm | alarmActions | ["a"] | [] | DELETE
          cloudwatch/metricAlarm:MetricAlarm | alarmActions | [] | ["a"] | NOTHING
          cloudwatch/metricAlarm:MetricAlarm | actionsEnabled | true | false | DELETE
          cloudwatch/metricAlarm:MetricAlarm | colour | 1 | 2 | UNKNOWN
          ec2/instance:Instance | instanceType | "m7i.large" | "m7i.xlarge" | REBOOT
          ec2/instance:Instance | rootBlockDevice | {"volumeSize":10} | {"volumeSize":20} | NOTHING
          ec2/instance:Instance | rootBlockDevice | {"volumeSize":20} | {"volumeSize":10} | REFUSED
          ec2/instance:Instance | ami | "a" | "b" | DATA_LOSS
          ebs/volume:Volume | size | 10 | 20 | NOTHING
          ebs/volume:Volume | size | 20 | 10 | REFUSED
          dynamodb/table:Table | hashKey | "a" | "b" | DATA_LOSS
          dynamodb/table:Table | rangeKey | "a" | "b" | DATA_LOSS
          dynamodb/table:Table | pointInTimeRecovery | {"enabled":true} | {"enabled":false} | DATA_LOSS
          dynamodb/table:Table | pointInTimeRecovery | {"enabled":false} | {"enabled":true} | NOTHING
          dynamodb/table:Table | deletionProtectionEnabled | true | false | NOTHING
          ec2/securityGroup:SecurityGroup | ingress | [{"fromPort":443},{"fromPort":80}] | [{"fromPort":443}] | CONNECTION_DROP
          ec2/securityGroup:SecurityGroup | ingress | [{"fromPort":443}] | [{"fromPort":443},{"fromPort":80}] | NOTHING
          vpc/securityGroupIngressRule:SecurityGroupIngressRule | cidrIpv4 | "0.0.0.0/0" | "10.0.0.0/8" | CONNECTION_DROP
          vpc/securityGroupIngressRule:SecurityGroupIngressRule | cidrIpv4 | "10.1.0.0/16" | "10.0.0.0/8" | NOTHING
          vpc/securityGroupIngressRule:SecurityGroupIngressRule | cidrIpv4 | "10.1.0.0/16" | "not a range" | CONNECTION_DROP
          vpc/securityGroupIngressRule:SecurityGroupIngressRule | fromPort | 443 | 80 | NOTHING
          vpc/securityGroupIngressRule:SecurityGroupIngressRule | fromPort | 80 | 443 | CONNECTION_DROP
          vpc/securityGroupIngressRule:SecurityGroupIngressRule | toPort | 80 | 443 | NOTHING
          vpc/securityGroupIngressRule:SecurityGroupIngressRule | toPort | 443 | 80 | CONNECTION_DROP
          vpc/securityGroupIngressRule:SecurityGroupIngressRule | ipProtocol | "tcp" | "-1" | NOTHING
          vpc/securityGroupIngressRule:SecurityGroupIngressRule | ipProtocol | "tcp" | "udp" | CONNECTION_DROP
          vpc/securityGroupEgressRule:SecurityGroupEgressRule | referencedSecurityGroupId | "a" | "b" | CONNECTION_DROP
          vpc/securityGroupEgressRule:SecurityGroupEgressRule | description | "a" | "b" | NOTHING
          route53/record:Record | records | ["1.2.3.4"] | ["1.2.3.5"] | CONNECTION_DROP
          route53/record:Record | ttl | 60 | 300 | NOTHING
          kms/key:Key | isEnabled | true | false | CONNECTION_DROP
          kms/key:Key | enableKeyRotation | true | false | NOTHING
          kms/key:Key | deletionWindowInDays | 30 | 7 | NOTHING
          kms/key:Key | customerMasterKeySpec | "SYMMETRIC_DEFAULT" | "RSA_2048" | DATA_LOSS
          rds/instance:Instance | engineVersion | "17.4" | "16.4" | REFUSED
          rds/instance:Instance | engineVersion | "16.4" | "17.4" | REFUSED
          rds/instance:Instance | engineVersion | "16.4" | "16.6" | REBOOT
          rds/instance:Instance | engineVersion | "17" | "17.4" | REBOOT
          rds/instance:Instance | engineVersion | "17.4" | "17" | REBOOT
          rds/instance:Instance | allocatedStorage | 200 | 100 | REFUSED
          rds/instance:Instance | publiclyAccessible | true | false | CONNECTION_DROP
          rds/instance:Instance | vpcSecurityGroupIds | ["a"] | ["b"] | UNKNOWN
          rds/instance:Instance | vpcSecurityGroupIds | ["a"] | ["a","b"] | NOTHING
          rds/instance:Instance | replicateSourceDb | "a" | - | REBOOT
          rds/cluster:Cluster | engineVersion | "16.4" | "15.4" | REFUSED
          rds/cluster:Cluster | engineVersion | "15.4" | "16.4" | REFUSED
          rds/cluster:Cluster | backupRetentionPeriod | 35 | 7 | DATA_LOSS
          rds/subnetGroup:SubnetGroup | subnetIds | ["a","b"] | ["a","c"] | UNKNOWN
          rds/subnetGroup:SubnetGroup | subnetIds | ["a","b"] | ["a","b","c"] | NOTHING
          elasticache/replicationGroup:ReplicationGroup | numCacheClusters | 3 | 2 | CONNECTION_DROP
          elasticache/replicationGroup:ReplicationGroup | numCacheClusters | 2 | 3 | NOTHING
          elasticache/replicationGroup:ReplicationGroup | transitEncryptionMode | "preferred" | "required" | CONNECTION_DROP
          elasticache/replicationGroup:ReplicationGroup | transitEncryptionMode | "required" | "preferred" | NOTHING
          elasticache/parameterGroup:ParameterGroup | parameters | [{"name":"maxmemory-policy","value":"a"}] | [{"name":"maxmemory-policy","value":"b"}] | NOTHING
          elasticache/parameterGroup:ParameterGroup | parameters | [{"name":"databases","value":"a"}] | [{"name":"databases","value":"b"}] | UNKNOWN
          s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2 | rules | [{"id":"a","expiration":{"days":90}}] | [{"id":"a","expiration":{"days":30}}] | DATA_LOSS
          s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2 | rules | [{"id":"a","expiration":{"days":30}}] | [{"id":"a","expiration":{"days":90}}] | UNKNOWN
          s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2 | rules | [] | [{"id":"a","expiration":{"days":90}}] | DATA_LOSS
          s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2 | rules | [{"id":"a","status":"Disabled"}] | [{"id":"a","status":"Enabled"}] | DATA_LOSS
          sqs/queue:Queue | messageRetentionSeconds | 600 | 60 | DATA_LOSS
          kinesis/stream:Stream | retentionPeriod | 48 | 24 | DATA_LOSS
          wafv2/webAcl:WebAcl | rules | [] | [{"name":"a"}] | UNKNOWN
          sns/topicSubscription:TopicSubscription | endpoint | "a" | "b" | REPLACEMENT
          ssm/parameter:Parameter | value | "a" | "b" | UNKNOWN
          iam/rolePolicy:RolePolicy | policy | "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"a\\"}]}" | "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"b\\"}]}" | UNKNOWN
          iam/rolePolicy:RolePolicy | policy | "{\\"Statement\\":{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"a\\"}}" | "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"a\\"},{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"b\\"}]}" | NOTHING
          iam/rolePolicy:RolePolicy | policy | "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"a\\"}]}" | "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"a\\"},{\\"Effect\\":\\"Deny\\",\\"Action\\":\\"b\\"}]}" | UNKNOWN
          iam/rolePolicy:RolePolicy | policy | "no policy" | "none either" | UNKNOWN
          """)
  void aChangeHasItsEffect(String type, String input, String from, String to, Effect effect) {
    String resource = "aws:" + type;
    var changes =
        Disruption.between(
                graph().with(resource, "it", inputs(input, from)).build(),
                graph().with(resource, "it", inputs(input, to)).build())
            .changes();

    assertThat(changes).extracting(Change::effect).containsExactly(effect);
  }

  private static Map<String, Object> inputs(String input, String json) {
    var inputs = new HashMap<String, Object>(Map.of("engine", "postgres"));
    if (json != null) {
      inputs.put(input, JSON.fromJson(json, Object.class));
    }
    return inputs;
  }
}
