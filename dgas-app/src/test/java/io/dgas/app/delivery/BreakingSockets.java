package io.dgas.app.delivery;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/**
 * Connections to the database, one of which a blow strikes at a known step of what its thread asks next: before the server
 * has heard it, or when it has done it and before its answer is read. The driver makes one by the name of the class.
 */
public final class BreakingSockets extends SocketFactory {

    private static final ThreadLocal<Strike> NEXT = new ThreadLocal<>();

    /** Strikes at a message to the server from now on, or at the answer to it. */
    static final class Strike {
        private final int message;
        private final boolean isAnswered;
        private final Runnable blow;
        private int sent;

        /** @param message to be struck, counted from 1; a transaction's last is its commit */
        Strike(int message, boolean isAnswered, Runnable blow) {
            this.message = message;
            this.isAnswered = isAnswered;
            this.blow = blow;
        }
    }

    /** What this thread asks from now on is struck. */
    static void arm(Strike strike) {
        NEXT.set(strike);
    }

    /** Nothing is struck that has not been. */
    static void disarm() {
        NEXT.remove();
    }

    private static void sending() {
        Strike strike = NEXT.get();
        if (strike != null && ++strike.sent == strike.message && !strike.isAnswered) {
            disarm();
            strike.blow.run();
        }
    }

    private static void answered() throws SocketException {
        Strike strike = NEXT.get();
        if (strike != null && strike.sent == strike.message && strike.isAnswered) {
            disarm();
            strike.blow.run();
            throw new SocketException("the answer was lost");
        }
    }

    @Override
    public Socket createSocket() {
        return new BreakingSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return new Socket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return new Socket(host, port, from, fromPort);
    }

    private static final class BreakingSocket extends Socket {

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    sending();
                    out.write(bytes, from, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int read = super.read(bytes, from, length);
                    answered();
                    return read;
                }
            };
        }
    }
}
