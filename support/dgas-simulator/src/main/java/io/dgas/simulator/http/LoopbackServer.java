package io.dgas.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Listens on the loopback address, one virtual thread for each connection. */
public final class LoopbackServer implements AutoCloseable {

    /** What is done with a request. */
    @FunctionalInterface
    public interface Handler {

        /** Answers, or takes the connection for itself until this returns; true where another request may follow. */
        boolean handle(IncomingRequest request, Wire wire) throws IOException;
    }

    private static final int BACKLOG = 200;

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Wire> open = ConcurrentHashMap.newKeySet();
    private final Handler handler;

    private LoopbackServer(ServerSocket listener, Handler handler) {
        this.listener = listener;
        this.handler = handler;
    }

    /** Port 0 takes a free one. */
    public static LoopbackServer start(int port, Handler handler) throws IOException {
        ServerSocket listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        LoopbackServer server = new LoopbackServer(listener, handler);
        server.threads.execute(server::listen);
        return server;
    }

    /** Host and port, as they stand in an address. */
    public String authority() {
        return listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Wire wire = new Wire(accepted());
                open.add(wire);
                threads.execute(() -> serve(wire));
            } catch (IOException | RejectedExecutionException refused) {
                // closed meanwhile, or the client has gone already; the loop's condition tells them apart
            }
        }
    }

    // the socket lives as long as its connection
    @SuppressWarnings("resource")
    private Socket accepted() throws IOException {
        return listener.accept();
    }

    private void serve(Wire wire) {
        try (wire) {
            Optional<IncomingRequest> request = IncomingRequest.read(wire.in());
            while (request.isPresent() && handler.handle(request.get(), wire)) {
                request = IncomingRequest.read(wire.in());
            }
        } catch (IOException | NumberFormatException gone) {
            // the client broke off or speaks no HTTP: there is nobody to tell
        } finally {
            open.remove(wire);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Wire wire : open) {
                wire.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
