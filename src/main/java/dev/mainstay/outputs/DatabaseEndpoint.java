package dev.mainstay.outputs;

import com.pulumi.core.Output;
import java.util.List;

/**
 * What an application requires to connect to a database.
 *
 * @param address the host name of the primary; a failover does not change it
 * @param readerAddresses the host names of the read replicas; empty without replicas
 * @param resourceId the id of the instance, as {@code rds-db:connect} policies name it
 * @param secretArn the secret with the master user's password
 */
public record DatabaseEndpoint(
    Output<String> address,
    Output<Integer> port,
    Output<List<String>> readerAddresses,
    Output<String> resourceId,
    Output<String> secretArn) {}
