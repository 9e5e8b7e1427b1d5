package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.engine.State.Entry;
import dev.mainstay.simulator.Account;
import dev.mainstay.simulator.Journal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of a deployed stack; programs broken on purpose prove that each can fail. */
final class Expectations {
  static final String DATABASE = "aws:rds/instance:Instance";
  static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  static final String FLEET = "aws:autoscaling/group:Group";

  private static final String RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final double MOST_OVER_SLOWEST = 1.05;

  private Expectations() {}

  /** The slowest chain of an up is the one nobody can avoid: to the database. */
  static void upTakesAsLongAsTheDatabase(State state) {
    var chain = new Ordering(state, Timing::seconds).longestChain();
    System.out.printf(
        "Makespan: %d s, through%n%s%n", chain.seconds(), chain.lines(Timing::seconds));

    var slowest = Timing.seconds(only(state, DATABASE));
    assertThat(chain.seconds()).isLessThanOrEqualTo((int) (MOST_OVER_SLOWEST * slowest));
  }

  static void createdSideBySide(State state) {
    assertThat(typesBefore(state, DATABASE)).doesNotContain(CACHE, BALANCER, FLEET);
    assertThat(typesBefore(state, CACHE)).doesNotContain(DATABASE, BALANCER, FLEET);
    assertThat(typesBefore(state, BALANCER)).doesNotContain(DATABASE, CACHE, FLEET);
    assertThat(typesBefore(state, FLEET)).doesNotContain(DATABASE, CACHE);
  }

  /** Servers run their boot script once: what it needs is there before them. */
  static void fleetWaitsForWhatItsBootNeeds(State state) {
    var before = before(state, FLEET).stream().map(Entry::urn).collect(Collectors.toSet());

    assertThat(before).containsAll(urns(state, "aws:ec2/natGateway:NatGateway", "network-nat-"));
    assertThat(before).containsAll(urns(state, "aws:ec2/route:Route", "network-"));
    var associations = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    assertThat(before).containsAll(urns(state, associations, "network-private-"));
    assertThat(before).containsAll(urns(state, "aws:lb/listener:Listener", "edge-https"));
    assertThat(before).containsAll(urns(state, "aws:kms/keyPolicy:KeyPolicy", "key"));
    var policies = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    assertThat(before).containsAll(urns(state, policies, "web-"));
  }

  static void onlySecurityGroupsReachDatabaseAndCache(Account account) {
    var open =
        account.all(RULE).stream()
            .filter(
                rule ->
                    rule.get("fromPort") instanceof Double port && (port == 5432 || port == 6379))
            .filter(rule -> rule.text("referencedSecurityGroupId").isEmpty())
            .map(rule -> rule.name())
            .toList();
    assertThat(open).isEmpty();
  }

  static void readableNowhere(String secret, String state, Journal journal, String... outputs) {
    assertThat(state.contains(secret)).as("the state holds it in the clear").isFalse();
    assertThat(journal.entries().toString().contains(secret))
        .as("a resource was sent it in the clear")
        .isFalse();
    assertThat(List.of(outputs)).noneMatch(output -> output.contains(secret));
  }

  private static Set<String> typesBefore(State state, String type) {
    return before(state, type).stream().map(Entry::type).collect(Collectors.toSet());
  }

  private static Set<Entry> before(State state, String type) {
    return new Ordering(state, Timing::seconds).before(only(state, type));
  }

  private static Entry only(State state, String type) {
    var all = state.resources().stream().filter(it -> it.type().equals(type)).toList();
    assertThat(all).as(type).hasSize(1);
    return all.get(0);
  }

  private static List<String> urns(State state, String type, String namesBegin) {
    var urns =
        state.resources().stream()
            .filter(it -> it.type().equals(type) && it.name().startsWith(namesBegin))
            .map(Entry::urn)
            .toList();
    assertThat(urns).as(type + " " + namesBegin).isNotEmpty();
    return urns;
  }
}
