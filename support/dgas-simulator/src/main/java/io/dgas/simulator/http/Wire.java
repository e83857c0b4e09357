package io.dgas.simulator.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client's connection, its bytes in and out, and the ways to end it. */
public final class Wire implements Closeable {

    private final Socket socket;
    private final InputStream in;
    private final CountDownLatch closed = new CountDownLatch(1);

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public InputStream in() {
        return in;
    }

    /** Unbuffered. */
    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** Says that nothing more will be sent, gives the client so long to end its own side, and ends the connection. */
    public void finish(Duration patience) throws IOException, InterruptedException {
        socket.shutdownOutput();
        if (!closed.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            close();
        }
    }

    /** Ends it with a TCP reset, by which the client may lose what it has not read yet. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        close();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
