package io.dgas.simulator.socket;

import io.dgas.simulator.account.Account;
import io.dgas.simulator.http.Wire;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One client on one endpoint. Everything but the wire itself is guarded by the floor's lock. */
final class Connection {

    /** Who is on the line: a number, the endpoint without its {@code /ws/}, and the account of a token that has one. */
    record Caller(long id, String endpoint, String token, Optional<Account> account) {}

    private static final int ABNORMAL = 1006;

    private final Caller caller;
    private final Wire wire;
    private final Outbound out;
    private final Set<String> symbols = new TreeSet<>();
    private boolean authorized;
    private boolean silent;
    private boolean deaf;
    private boolean open = true;
    private long messages;

    Connection(Caller caller, Wire wire) {
        this.caller = caller;
        this.wire = wire;
        this.out = new Outbound(wire);
    }

    Caller caller() {
        return caller;
    }

    Outbound out() {
        return out;
    }

    Set<String> symbols() {
        return symbols;
    }

    boolean isOpen() {
        return open;
    }

    boolean isAuthorized() {
        return authorized;
    }

    void authorize() {
        authorized = true;
        say("{\"status_code\":200,\"message\":\"Authorized\"}");
    }

    /** Sends nothing more though the connection stays open; a deaf one does not answer pings either. */
    void fallSilent(boolean alsoDeaf) {
        silent = true;
        deaf = alsoDeaf;
    }

    /** Sends a text and flushes it. */
    void say(String text) {
        send(Frames.text(text));
        out.flush();
    }

    /** Sends a message's bytes with the next flush; false where nothing goes out any more. */
    boolean send(byte[] message) {
        if (silent || !open) {
            return false;
        }
        messages++;
        out.add(message);
        return true;
    }

    void pong(byte[] payload) {
        if (!deaf) {
            out.add(Frames.pong(payload));
            out.flush();
        }
    }

    /** Ends the connection: with a close frame of the code, or without one for 1006. */
    void end(int code) {
        if (open && code != ABNORMAL) {
            out.add(Frames.close(code));
        }
        open = false;
        out.end();
    }

    void reset() {
        open = false;
        out.abort();
        try {
            wire.reset();
        } catch (IOException gone) {
            // it is what was wanted
        }
    }

    SocketState state() {
        return new SocketState(
                caller.id(),
                caller.endpoint(),
                caller.token(),
                authorized,
                Collections.unmodifiableSet(new TreeSet<>(symbols)),
                messages);
    }
}
