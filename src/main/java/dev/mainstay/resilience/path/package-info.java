/** The path of a request, from clients through load balancer and servers to the data. */
package dev.mainstay.resilience.path;
