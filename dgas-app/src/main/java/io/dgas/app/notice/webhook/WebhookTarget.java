package io.dgas.app.notice.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dgas.app.settings.Secret;
import io.dgas.app.settings.WebhookUrl;
import io.dgas.application.port.out.notice.Channel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where to post, and with what.
 *
 * @param timeout for one post, from the connection to the answer
 */
public record WebhookTarget(WebhookUrl url, Optional<Secret> secret, Duration timeout) {

    private static final int DIGEST_BYTES = 4;

    public WebhookTarget {
        if (timeout.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("time-out " + timeout + ": expected more than nothing");
        }
    }

    /** By host, and by a short digest of the address, which tells two on one host apart and shows neither. */
    public Channel channel() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(url.reveal().toString().getBytes(UTF_8));
            return new Channel("webhook", url.host() + " " + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
