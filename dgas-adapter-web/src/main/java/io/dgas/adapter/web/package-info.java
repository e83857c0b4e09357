/** The web server that the parts below hang their routes on: loopback, quiet, and with safe headers. */
@NullMarked
package io.dgas.adapter.web;

import org.jspecify.annotations.NullMarked;
