package io.dgas.adapter.eodhd.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A WebSocket server on loopback that does what a test tells it, fault by fault. */
final class SocketServer implements AutoCloseable {

    /** One connection as the server sees it. */
    static final class Peer {

        private final Socket socket;
        private final OutputStream out;
        final List<String> texts = new CopyOnWriteArrayList<>();
        final AtomicInteger pings = new AtomicInteger();
        volatile int closedWith = -1;
        volatile boolean gone;

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
        }

        void text(String text) {
            frame(0x81, text.getBytes(UTF_8));
        }

        /** One message in parts. */
        void parts(String... parts) {
            for (int i = 0; i < parts.length; i++) {
                int last = i == parts.length - 1 ? 0x80 : 0;
                frame(last | (i == 0 ? 1 : 0), parts[i].getBytes(UTF_8));
            }
        }

        void binary(byte... bytes) {
            frame(0x82, bytes);
        }

        void close(int code) {
            frame(0x88, new byte[] {(byte) (code >> 8), (byte) code});
        }

        void reset() {
            try {
                if (!socket.isClosed()) {
                    socket.setSoLinger(true, 0);
                    socket.close();
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private synchronized void frame(int head, byte... body) {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.write(head);
                if (body.length < 126) {
                    bytes.write(body.length);
                } else {
                    bytes.write(126);
                    bytes.write(body.length >> 8);
                    bytes.write(body.length);
                }
                bytes.writeBytes(body);
                out.write(bytes.toByteArray());
                out.flush();
            } catch (IOException e) {
                gone = true;
            }
        }
    }

    private final ServerSocket server;
    final List<Peer> peers = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    /** What a handshake is answered with; 101 lets it pass. */
    volatile int status = 101;

    volatile boolean answersPings = true;
    volatile boolean authorises = true;

    SocketServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("ws://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/ws");
    }

    Peer peer() {
        return peers.getLast();
    }

    @Override
    public void close() throws IOException {
        server.close();
        peers.forEach(Peer::reset);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String key = handshake(in);
            Peer peer = new Peer(socket);
            if (status != 101) {
                peer.out.write(("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n").getBytes(ISO_8859_1));
                socket.close();
                return;
            }
            peer.out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accepted(key) + "\r\n\r\n")
                    .getBytes(ISO_8859_1));
            peers.add(peer);
            if (authorises) {
                peer.text("{\"status_code\":200,\"message\":\"Authorized\"}");
            }
            listen(in, peer);
        } catch (IOException e) {
            peers.forEach(peer -> peer.gone = peer.gone || peer.socket.equals(socket));
        }
    }

    private String handshake(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        asked.add(head.substring(0, head.indexOf("\r\n")));
        return head.toString().replaceAll("(?is).*sec-websocket-key: *([^\r]+)\r\n.*", "$1");
    }

    private void listen(DataInputStream in, Peer peer) throws IOException {
        while (true) {
            int kind = in.readUnsignedByte() & 0x0f;
            byte[] body = body(in);
            switch (kind) {
                case 1 -> peer.texts.add(new String(body, UTF_8));
                case 8 -> peer.closedWith = body.length < 2 ? 0 : (body[0] & 0xff) << 8 | (body[1] & 0xff);
                case 9 -> {
                    peer.pings.incrementAndGet();
                    if (answersPings) {
                        peer.frame(0x8a, body);
                    }
                }
                default -> {}
            }
        }
    }

    private static byte[] body(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() & 0x7f;
        byte[] mask = new byte[4];
        byte[] body = new byte[length < 126 ? length : in.readUnsignedShort()];
        in.readFully(mask);
        in.readFully(body);
        for (int i = 0; i < body.length; i++) {
            body[i] ^= mask[i % 4];
        }
        return body;
    }

    private static String accepted(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
