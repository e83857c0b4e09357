/** The whole system on a simulated market, for everybody who has no token yet. */
@NullMarked
package io.dgas.app.demo;

import org.jspecify.annotations.NullMarked;
