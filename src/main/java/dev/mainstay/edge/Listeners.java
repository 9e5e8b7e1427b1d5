package dev.mainstay.edge;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionRedirectArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;

/** The listeners of the load balancer. */
final class Listeners {
  /** One year, without subdomains, since other hosts may serve them without HTTPS. */
  private static final String HSTS = "max-age=31536000";

  private final String name;
  private final EdgeArgs args;
  private final LoadBalancer loadBalancer;
  private final CustomResourceOptions child;

  Listeners(String edge, EdgeArgs args, LoadBalancer loadBalancer, CustomResourceOptions child) {
    this.name = edge;
    this.args = args;
    this.loadBalancer = loadBalancer;
    this.child = child;
  }

  /** Forwards HTTPS to the servers. */
  Listener https(Output<String> certificateArn, TargetGroup targets) {
    var listener =
        forwarding("https", 443, targets)
            .protocol("HTTPS")
            .sslPolicy(args.sslPolicy())
            .certificateArn(certificateArn);
    if (args.responseHeaders()) {
      listener.routingHttpResponseStrictTransportSecurityHeaderValue(HSTS);
    }
    return new Listener(name + "-https", listener.build(), child);
  }

  /** Forwards HTTP to the servers. */
  Listener http(TargetGroup targets) {
    return new Listener(
        name + "-http", forwarding("http", 80, targets).protocol("HTTP").build(), child);
  }

  /** Redirects HTTP to HTTPS. */
  void redirect() {
    new Listener(
        name + "-http",
        listener("http", 80)
            .protocol("HTTP")
            .defaultActions(
                ListenerDefaultActionArgs.builder()
                    .type("redirect")
                    .redirect(
                        ListenerDefaultActionRedirectArgs.builder()
                            .protocol("HTTPS")
                            .port("443")
                            .statusCode("HTTP_301")
                            .build())
                    .build())
            .build(),
        child);
  }

  private ListenerArgs.Builder forwarding(String role, int port, TargetGroup targets) {
    var listener =
        listener(role, port)
            .defaultActions(
                ListenerDefaultActionArgs.builder()
                    .type("forward")
                    .targetGroupArn(targets.arn())
                    .build());
    if (args.responseHeaders()) {
      listener
          .routingHttpResponseServerEnabled(false)
          .routingHttpResponseXContentTypeOptionsHeaderValue("nosniff")
          .routingHttpResponseXFrameOptionsHeaderValue("SAMEORIGIN");
    }
    return listener;
  }

  private ListenerArgs.Builder listener(String role, int port) {
    return ListenerArgs.builder()
        .loadBalancerArn(loadBalancer.arn())
        .port(port)
        .tags(Tags.named(args.tags, name + "-" + role));
  }
}
