package io.dgas.app.architecture.planted.app.alpha;

/** Breaks a rule on purpose. */
public final class Exits {
    /** Ends the process. */
    public void exit() {
        System.exit(1);
    }
}
