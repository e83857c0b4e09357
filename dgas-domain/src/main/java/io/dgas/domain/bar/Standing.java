package io.dgas.domain.bar;

/** Whether a stored bar may still change: provisional ones are replaced by final ones, never the other way round. */
public enum Standing {
    PROVISIONAL,
    FINAL
}
