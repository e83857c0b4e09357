package io.dgas.app.architecture.planted.application.cycle;

import io.dgas.app.architecture.planted.adapter.postgres.SqlStore;

/** Breaks a rule on purpose. */
public record KnowsAnAdapter(SqlStore store) {}
