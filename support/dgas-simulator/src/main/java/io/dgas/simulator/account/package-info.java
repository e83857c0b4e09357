/** Plans, their feeds and limits, and what each token has spent. */
@NullMarked
package io.dgas.simulator.account;

import org.jspecify.annotations.NullMarked;
