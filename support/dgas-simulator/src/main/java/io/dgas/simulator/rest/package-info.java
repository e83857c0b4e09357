/** The endpoints over HTTP, from the request to the bytes of the answer. */
@NullMarked
package io.dgas.simulator.rest;

import org.jspecify.annotations.NullMarked;
