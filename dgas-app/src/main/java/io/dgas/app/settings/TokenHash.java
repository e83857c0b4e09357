package io.dgas.app.settings;

import io.dgas.app.output.Redaction;

/** What is kept of the token that programs read by. */
public final class TokenHash {

    private final String hash;

    /** @throws IllegalArgumentException when it is no hash of a token; the message does not repeat it */
    public TokenHash(String text) {
        Redaction.hide(text);
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("this is no hash of a token; 'dgas dashboard token' makes both");
        }
        hash = text;
    }

    /** The hash itself; for the one who compares. */
    public String reveal() {
        return hash;
    }

    @Override
    public String toString() {
        return "***";
    }
}
