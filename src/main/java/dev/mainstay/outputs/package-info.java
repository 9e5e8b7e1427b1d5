/** The records that components pass to each other. A component depends on them, not on another. */
package dev.mainstay.outputs;
