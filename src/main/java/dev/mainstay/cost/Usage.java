package dev.mainstay.cost;

/**
 * What nobody can tell from a program: how much a stack is used. The defaults are those of a small
 * site; every line that rests on one says so.
 *
 * @param natGb a month through each NAT gateway
 * @param endpointGb a month through each interface endpoint
 * @param loadBalancerUnits load balancer capacity units of each load balancer, on average
 * @param logGb a month into each log group
 * @param firewallMillionRequests a month through each web ACL
 */
public record Usage(
    int natGb, int endpointGb, int loadBalancerUnits, int logGb, int firewallMillionRequests) {
  public static final Usage OF_A_SMALL_SITE = new Usage(10, 1, 1, 1, 1);
}
