package io.dgas.adapter.eodhd.stream;

import io.dgas.adapter.eodhd.ApiToken;
import java.net.URI;

/**
 * Where the trades are and how to get them.
 *
 * @param address such as {@code wss://ws.eodhistoricaldata.com/ws}, without the name of the feed and without query
 * @param largestFrame characters of a frame; a longer one is passed over
 * @param backlog characters that may wait for a tick; the connection is not read further until there is room
 */
public record StreamSettings(URI address, ApiToken token, int largestFrame, int backlog, StreamRules rules) {

    public StreamSettings {
        if (address.getHost() == null || !("ws".equals(address.getScheme()) || "wss".equals(address.getScheme()))) {
            throw new IllegalArgumentException("eodhd.websocket_url is not an address:"
                    + " expected one such as wss://ws.eodhistoricaldata.com/ws");
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("eodhd.websocket_url is scheme, host and path alone, such as"
                    + " wss://ws.eodhistoricaldata.com/ws; the token is a setting of its own");
        }
        if (largestFrame < 1 || backlog < largestFrame) {
            throw new IllegalArgumentException("frames of " + largestFrame + " characters and a backlog of " + backlog
                    + ": expected frames of 1 or more and a backlog that holds one");
        }
    }

    /** Frames of up to 64 Ki characters and a backlog of 16 Mi: some hundred thousand trades. */
    public static StreamSettings of(URI address, ApiToken token, StreamRules rules) {
        return new StreamSettings(address, token, 1 << 16, 1 << 24, rules);
    }

    /** The feed of US trades, with the token. */
    URI trades() {
        return token.in(URI.create(address.toString().replaceAll("/+$", "") + "/us"));
    }
}
