package io.dgas.adapter.eodhd;

import java.net.ConnectException;
import java.net.URI;

/** Why an exchange with the vendor failed, for people; may hold a token, which is to be redacted. */
public final class FailureText {

    private FailureText() {}

    /**
     * What lies at the bottom of a failure: the client of the JDK speaks of its tries, not of what ended them.
     *
     * @param address that was asked
     */
    public static String of(Throwable failure, URI address) {
        Throwable deepest = failure;
        while (!(deepest instanceof ConnectException) && deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof ConnectException
                ? "no connection to " + address.getAuthority() + " can be made"
                : deepest.getClass().getSimpleName() + " " + deepest.getMessage();
    }
}
