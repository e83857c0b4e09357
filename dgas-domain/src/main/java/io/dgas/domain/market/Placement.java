package io.dgas.domain.market;

/** Where the opening time of a bar falls on a {@link Grid}: on a slot, or beside all of them for a reason. */
public sealed interface Placement permits Slot, Misplaced {}
