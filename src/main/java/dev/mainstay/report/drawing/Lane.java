package dev.mainstay.report.drawing;

import java.util.List;

/** Parts that are drawn side by side in one row of a tier. */
record Lane(Tier tier, List<Part> parts) {}
