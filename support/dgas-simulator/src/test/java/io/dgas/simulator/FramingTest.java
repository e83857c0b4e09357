package io.dgas.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 6455 as such, whatever the vendor says in it. */
class FramingTest {

    private EodhdSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator =
                EodhdSimulator.start(EodhdSimulator.Settings.of(Markets.june(), Instant.parse("2026-06-01T13:29:00Z")));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void anUnknownEndpointIsNotFoundAndAPlainRequestIsNoHandshake() throws Exception {
        assertThatThrownBy(() -> Socket.open(simulator, "mars", EodhdSimulator.TOKEN))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThat(raw("GET /ws/us HTTP/1.1\r\nHost: x\r\n\r\n", new byte[0])).startsWith("HTTP/1.1 400");
    }

    @Test
    void aMessageInPartsIsOneAndAnAnswerToAPingRepeatsIt() throws Exception {
        try (Socket socket = Socket.authorized(simulator)) {
            socket.raw().sendText("{\"action\":\"subscribe\",", false).join();
            socket.ping("there?");
            socket.raw().sendText("\"symbols\":\"AAPL\"}", true).join();
            socket.settle();
            assertThat(simulator.sockets().states().getFirst().symbols()).isEqualTo(Set.of("AAPL"));
            assertThat(socket.pongs()).contains("there?");
        }
    }

    @Test
    void aClientsCloseIsAnsweredAndItsConnectionForgotten() throws Exception {
        try (Socket socket = Socket.authorized(simulator)) {
            socket.raw().sendClose(1000, "done").join();
            assertThat(socket.awaitEnd()).isEqualTo("close 1000");
            assertThat(simulator.sockets().await(List::isEmpty, Duration.ofSeconds(20)))
                    .isTrue();
        }
    }

    @Test
    void framesAgainstTheProtocolEndTheConnectionWithItsCode() throws Exception {
        // unmasked; a continuation of nothing; reserved bits; a text that is not UTF-8; too long
        assertThat(closeCode(new byte[] {(byte) 0x81, 0x01, 'x'})).isEqualTo(1002);
        assertThat(closeCode(masked(0x80, new byte[] {'x'}))).isEqualTo(1002);
        assertThat(closeCode(masked(0xC1, new byte[] {'x'}))).isEqualTo(1002);
        assertThat(closeCode(masked(0x81, new byte[] {(byte) 0xFF}))).isEqualTo(1007);
        assertThat(closeCode(masked(0x81, new byte[70_000 * 4]))).isEqualTo(1009);
    }

    /** A frame under a mask of zeros. */
    private static byte[] masked(int head, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(head);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.writeBytes(new byte[] {
                (byte) 0xFF,
                0,
                0,
                0,
                0,
                0,
                (byte) (payload.length >> 16),
                (byte) (payload.length >> 8),
                (byte) payload.length
            });
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    private int closeCode(byte[] frame) throws Exception {
        String answer = raw(
                "GET /ws/us?api_token=" + EodhdSimulator.TOKEN + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
                frame);
        assertThat(answer).contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        String close = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(close).hasSize(4).startsWith("\u0088\u0002");
        return close.charAt(2) << 8 | close.charAt(3);
    }

    /** Writes bytes to the simulator and reads until it ends the connection. */
    private String raw(String head, byte[] body) throws Exception {
        try (java.net.Socket socket = new java.net.Socket(
                InetAddress.getLoopbackAddress(), simulator.baseUrl().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
