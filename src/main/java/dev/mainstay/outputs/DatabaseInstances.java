package dev.mainstay.outputs;

import com.pulumi.core.Output;
import java.util.List;

/**
 * The DB instances to monitor and to back up, and where a backup is restored.
 *
 * @param identifier the identifier of the primary
 * @param arn the ARN of the primary
 * @param readerIdentifiers the identifiers of the read replicas; empty without replicas
 * @param subnetGroupName the subnets of the database, for a restored copy
 * @param parameterGroupName the parameter group of the database
 */
public record DatabaseInstances(
    Output<String> identifier,
    Output<String> arn,
    Output<List<String>> readerIdentifiers,
    Output<String> subnetGroupName,
    Output<String> parameterGroupName) {}
