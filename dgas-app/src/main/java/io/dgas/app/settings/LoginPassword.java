package io.dgas.app.settings;

import io.dgas.adapter.web.access.PasswordHash;
import io.dgas.app.output.Redaction;

/** What is kept of the password that readers of the pages sign in with. */
public final class LoginPassword {

    private final PasswordHash hash;

    /** @throws IllegalArgumentException when it is no hash of a password; the message does not repeat it */
    public LoginPassword(String text) {
        Redaction.hide(text);
        hash = PasswordHash.parse(text);
    }

    /** The hash itself; for the one who compares. */
    public PasswordHash reveal() {
        return hash;
    }

    @Override
    public String toString() {
        return "***";
    }
}
