/** What a stack survives, judged from its graph alone. */
package dev.mainstay.resilience;
