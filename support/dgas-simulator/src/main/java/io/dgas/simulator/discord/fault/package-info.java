/** What can go wrong at Discord, how it is ordered, and when it strikes. */
@NullMarked
package io.dgas.simulator.discord.fault;

import org.jspecify.annotations.NullMarked;
