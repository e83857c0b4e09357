/** The vendors' simulators as commands, for demonstrations and for anybody's client. */
@NullMarked
package io.dgas.app.simulator;

import org.jspecify.annotations.NullMarked;
