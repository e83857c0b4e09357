package io.dgas.app.settings;

import io.dgas.app.output.Redaction;
import java.net.URI;
import java.util.regex.Pattern;

/** Where a webhook listens. Its path may be all that keeps strangers out, so that only its host is shown. */
public final class WebhookUrl {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.[0-9.]+|\\[::1]");

    private final URI address;

    /** @throws IllegalArgumentException when it is no address that could be used; the message does not repeat it */
    public WebhookUrl(String text) {
        address = parsed(text);
        String host = address.getHost();
        boolean isSafe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme())
                        && host != null
                        && LOOPBACK.matcher(host).matches());
        if (host == null || !isSafe || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw unfit();
        }
        Redaction.hide(text);
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException unreadable) {
            // without the cause, which repeats what may be secret
            throw unfit();
        }
    }

    private static IllegalArgumentException unfit() {
        return new IllegalArgumentException("must be an address that begins with https://, without user and fragment;"
                + " http:// is for this machine alone, such as http://127.0.0.1:8080/notices");
    }

    /** The whole address; for the one call that needs it. */
    public URI reveal() {
        return address;
    }

    /** Host and port. */
    public String host() {
        return address.getRawAuthority();
    }

    @Override
    public String toString() {
        return address.getScheme() + "://" + host() + "/***";
    }
}
