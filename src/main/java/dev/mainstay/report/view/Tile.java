package dev.mainstay.report.view;

/**
 * A figure that sums something up.
 *
 * @param style {@code good}, {@code warning}, {@code bad} or empty
 */
public record Tile(String label, String figure, String detail, String style) {}
