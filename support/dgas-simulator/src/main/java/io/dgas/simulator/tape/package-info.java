/** The single trades that minute bars are made of, and the record of those that were sent. */
@NullMarked
package io.dgas.simulator.tape;

import org.jspecify.annotations.NullMarked;
