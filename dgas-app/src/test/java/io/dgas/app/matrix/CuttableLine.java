package io.dgas.app.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of loopback that leads to another, until it is cut: then who is connected is cut off, and nobody is let in. */
final class CuttableLine implements AutoCloseable {

    private static final int WAITING = 50;

    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket server;

    CuttableLine(int target) {
        this.target = target;
        this.server = listen(0);
        this.port = server.getLocalPort();
        carry();
    }

    private static ServerSocket listen(int port) {
        try {
            return new ServerSocket(port, WAITING, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** The same address through this line. */
    String through(URI address) {
        return address.toString().replace(":" + target + "/", ":" + port + "/");
    }

    private void carry() {
        ServerSocket listening = server;
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    connect(listening.accept());
                } catch (IOException cut) {
                    // who is connected has been told already
                }
            }
        });
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(there);
        if (server.isClosed()) {
            end(client, there);
        }
        Thread.ofVirtual().start(() -> copy(client, there));
        Thread.ofVirtual().start(() -> copy(there, client));
    }

    private void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // the other side learns of it below
        }
        end(from, to);
    }

    private void end(Socket... both) {
        for (Socket each : both) {
            sockets.remove(each);
            close(each);
        }
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception closed) {
            throw new IllegalStateException(closed);
        }
    }

    void cut() {
        close(server);
        sockets.forEach(this::end);
    }

    void mend() {
        server = listen(port);
        carry();
    }

    @Override
    public void close() {
        cut();
    }
}
