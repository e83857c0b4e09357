package io.dgas.app.architecture.planted.application.port.out;

/** Keeps the rules. */
public interface Store {}
