package io.dgas.app.settings;

/** A token or password. Its text is only to be had by asking for it; everything else sees {@code ***}. */
public final class Secret {

    private final String text;

    public Secret(String text) {
        this.text = text;
    }

    /** The secret itself; for the one call that needs it. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
