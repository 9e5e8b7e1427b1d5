package dev.mainstay.resilience.model;

import java.util.List;

/**
 * What a failure does to the service. Where AWS chooses a place, such as the zone of a primary, the
 * verdict is that of the worst choice.
 *
 * @param failure what fails
 * @param outcome what becomes of the service
 * @param interruption for how long requests fail
 * @param dataLoss what is lost
 * @param why sentences that name the resources and figures behind the verdict
 * @param affected urns of the resources that the failure touches
 */
public record Verdict(
    Failure failure,
    Outcome outcome,
    Interruption interruption,
    DataLoss dataLoss,
    List<String> why,
    List<String> affected) {}
