/** What was traded: minutes by session, recorded or generated, and when the vendor shows them. */
@NullMarked
package io.dgas.simulator.market;

import org.jspecify.annotations.NullMarked;
