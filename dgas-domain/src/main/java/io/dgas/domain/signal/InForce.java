package io.dgas.domain.signal;

/** An entry in force: what its exit depends on. */
record InForce(SignalId id, Protection protection) {}
