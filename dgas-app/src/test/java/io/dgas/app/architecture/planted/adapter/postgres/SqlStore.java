package io.dgas.app.architecture.planted.adapter.postgres;

import io.dgas.app.architecture.planted.application.port.out.Store;

/** Keeps the rules. */
public final class SqlStore implements Store {}
