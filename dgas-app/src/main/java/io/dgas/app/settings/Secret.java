package io.dgas.app.settings;

import io.dgas.app.output.Redaction;

/** A token or password. Its text is only to be had by asking for it; everything else sees {@code ***}. */
public final class Secret {

    private final String text;

    /** Keeps the text and has it hidden in all that is printed or logged from now on. */
    public Secret(String text) {
        Redaction.hide(text);
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
