package io.dgas.app.architecture.planted.adapter.web;

import java.sql.Connection;

/** Breaks a rule on purpose. */
public record UsesSql(Connection connection) {}
