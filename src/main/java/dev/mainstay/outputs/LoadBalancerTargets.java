package dev.mainstay.outputs;

import com.pulumi.core.Output;
import javax.annotation.Nullable;

/**
 * Where web servers register, and how CloudWatch names what they register with.
 *
 * @param targetGroupArn the target group; resolves once a listener forwards to it
 * @param targetGroupArnSuffix the target group as CloudWatch dimensions name it
 * @param loadBalancerArnSuffix the load balancer as CloudWatch dimensions name it
 * @param certificateArn the certificate of the HTTPS listener; null without HTTPS
 */
public record LoadBalancerTargets(
    Output<String> targetGroupArn,
    Output<String> targetGroupArnSuffix,
    Output<String> loadBalancerArnSuffix,
    @Nullable Output<String> certificateArn) {}
