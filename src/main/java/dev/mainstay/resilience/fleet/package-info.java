/** Servers behind load balancers, and what the loss of some of them does. */
package dev.mainstay.resilience.fleet;
