/** Collecting around the clock: what is due in which phase of the market's week, and what each run came to. */
@NullMarked
package io.dgas.application.collection.service;

import org.jspecify.annotations.NullMarked;
