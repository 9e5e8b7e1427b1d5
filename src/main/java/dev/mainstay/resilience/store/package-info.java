/** Databases, caches and files: their failover, their backups, and what a failure loses. */
package dev.mainstay.resilience.store;
