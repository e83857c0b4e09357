package io.dgas.domain.signal;

import io.dgas.domain.market.Direction;

/** What a signal asks for. The names are those of the database. */
public enum SignalType {
    LONG(Direction.UP, true),
    SHORT(Direction.DOWN, true),
    EXIT_LONG(Direction.UP, false),
    EXIT_SHORT(Direction.DOWN, false);

    private final Direction position;
    private final boolean entry;

    SignalType(Direction position, boolean entry) {
        this.position = position;
        this.entry = entry;
    }

    /** The side of the position that is opened or closed. */
    public Direction position() {
        return position;
    }

    public boolean isEntry() {
        return entry;
    }

    public static SignalType entry(Direction position) {
        return position == Direction.UP ? LONG : SHORT;
    }

    public static SignalType exit(Direction position) {
        return position == Direction.UP ? EXIT_LONG : EXIT_SHORT;
    }
}
