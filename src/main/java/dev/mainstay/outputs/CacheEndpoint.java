package dev.mainstay.outputs;

import com.pulumi.core.Output;
import javax.annotation.Nullable;

/**
 * What an application requires to connect to a cache.
 *
 * @param address the host name for reads and writes; a failover does not change it
 * @param readerAddress the host name that distributes reads over the replicas
 * @param arn the replication group, as {@code elasticache:Connect} policies name it
 * @param userName the user to connect as
 * @param userArn that user, as {@code elasticache:Connect} policies name it
 * @param secretArn the secret with that user's password; null with IAM authentication
 */
public record CacheEndpoint(
    Output<String> address,
    Output<String> readerAddress,
    Output<Integer> port,
    Output<String> arn,
    Output<String> userName,
    Output<String> userArn,
    @Nullable Output<String> secretArn) {}
