/** Subnets, routes and security groups: what is placed where, and which traffic passes. */
package dev.mainstay.resilience.network;
