package dev.mainstay.posture;

import static dev.mainstay.posture.BrokenControlsTest.broken;
import static dev.mainstay.posture.Mutation.add;
import static dev.mainstay.posture.Mutation.point;
import static dev.mainstay.posture.Mutation.remove;
import static dev.mainstay.posture.Mutation.set;
import static dev.mainstay.posture.Mutation.unset;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Ways to break the controls of the network and of its security groups. */
public final class BrokenNetwork {
  private static final String DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
  private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
  private static final String ROUTE = "aws:ec2/route:Route";
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  private static final String SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";

  private BrokenNetwork() {}

  static Stream<Arguments> all() {
    return Stream.of(network(), traffic()).flatMap(each -> each);
  }

  private static Stream<Arguments> network() {
    return Stream.of(
        broken("Default SG empty", "not managed", remove(DEFAULT_GROUP, "*")),
        broken(
            "Default SG empty",
            "a rule of its own",
            set(
                DEFAULT_GROUP,
                "*",
                "egress",
                List.of(Map.of("protocol", "tcp", "toPort", 9, "description", "x")))),
        broken("Flow logs", "none", remove("aws:ec2/flowLog:FlowLog", "*")),
        broken(
            "Flow logs",
            "accepted only",
            set("aws:ec2/flowLog:FlowLog", "*", "trafficType", "ACCEPT")),
        broken(
            "No auto public IP",
            "one subnet",
            set("aws:ec2/subnet:Subnet", "network-public-b", "mapPublicIpOnLaunch", true)),
        broken(
            "One NAT per AZ",
            "that of the other zone",
            point(ROUTE, "network-private-b", "natGatewayId", "::network-nat-a")),
        broken(
            "One NAT per AZ",
            "an instance",
            unset(ROUTE, "network-private-b", "natGatewayId")
                .then(set(ROUTE, "network-private-b", "instanceId", "i-1"))),
        broken("VPC endpoints", "ec2", remove(ENDPOINT, "network-endpoint-ec2")),
        broken("VPC endpoints", "ssm", remove(ENDPOINT, "network-endpoint-ssm")),
        broken("VPC endpoints", "ssmmessages", remove(ENDPOINT, "network-endpoint-ssmmessages")),
        broken("VPC endpoints", "ec2messages", remove(ENDPOINT, "network-endpoint-ec2messages")),
        broken("VPC endpoints", "s3", remove(ENDPOINT, "network-endpoint-s3")));
  }

  private static Stream<Arguments> traffic() {
    return Stream.of(
        broken(
            "SG ingress",
            "web servers open",
            set(INGRESS, "security-load-balancer-to-web", "cidrIpv4", "0.0.0.0/0")),
        broken(
            "SG ingress",
            "another port",
            set(INGRESS, "security-https-from-0.0.0.0/0", "toPort", 444L)),
        broken(
            "SG ingress",
            "IPv6, inline",
            set(
                SECURITY_GROUP,
                "security-database",
                "ingress",
                List.of(
                    Map.of(
                        "protocol",
                        "tcp",
                        "fromPort",
                        5432L,
                        "toPort",
                        5432L,
                        "ipv6CidrBlocks",
                        List.of("::/0"),
                        "description",
                        "x")))),
        broken("SG egress", "everything", set(EGRESS, "security-web-to-https", "ipProtocol", "-1")),
        broken("SG egress", "another port", set(EGRESS, "security-web-to-http", "toPort", 81L)),
        broken("Descriptions", "of a group", unset(SECURITY_GROUP, "security-web", "description")),
        broken("Descriptions", "of a rule", unset(EGRESS, "security-web-to-http", "description")),
        broken(
            "SG attached",
            "unused",
            add(SECURITY_GROUP, "idle", Map.of("description", "Nobody's"))));
  }
}
