/**
 * What one component hands to another. Components do not know each other; they know these records.
 */
package dev.mainstay.outputs;
