/**
 * The terms of a verdict: failures, outcomes, interruptions, data loss, and the types of AWS
 * resources.
 */
package dev.mainstay.resilience.model;
