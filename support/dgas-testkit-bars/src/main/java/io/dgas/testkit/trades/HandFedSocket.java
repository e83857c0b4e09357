package io.dgas.testkit.trades;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client whose web socket has no wire: it opens at once, what is sent on it goes nowhere, pings are answered, and
 * what comes in on it is fed by hand, in the caller's thread. Requests it refuses.
 */
public final class HandFedSocket extends HttpClient {

    private final Socket socket = new Socket();
    private WebSocket.@Nullable Listener listener;
    private long opened;

    /** The frame comes in whole on the connection that was opened last. */
    public void feed(CharSequence frame) {
        listener().onText(socket, frame, true);
    }

    /** The other end closes the connection. */
    public void end(int code) {
        listener().onClose(socket, code, "");
    }

    /** How many connections were opened. */
    public long opened() {
        return opened;
    }

    private WebSocket.Listener listener() {
        WebSocket.Listener told = listener;
        if (told == null) {
            throw new IllegalStateException("nobody has connected");
        }
        return told;
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return new Opening();
    }

    private final class Opening implements WebSocket.Builder {

        @Override
        public WebSocket.Builder header(String name, String value) {
            return this;
        }

        @Override
        public WebSocket.Builder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public WebSocket.Builder subprotocols(String mostPreferred, String... lesserPreferred) {
            return this;
        }

        @Override
        public CompletableFuture<WebSocket> buildAsync(URI address, WebSocket.Listener told) {
            listener = told;
            opened++;
            told.onOpen(socket);
            return CompletableFuture.completedFuture(socket);
        }
    }

    private final class Socket implements WebSocket {

        private CompletableFuture<WebSocket> done() {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
            return done();
        }

        @Override
        public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
            return done();
        }

        @Override
        public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
            listener().onPong(this, message);
            return done();
        }

        @Override
        public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
            return done();
        }

        @Override
        public CompletableFuture<WebSocket> sendClose(int code, String reason) {
            return done();
        }

        @Override
        public void request(long more) {}

        @Override
        public String getSubprotocol() {
            return "";
        }

        @Override
        public boolean isOutputClosed() {
            return false;
        }

        @Override
        public boolean isInputClosed() {
            return false;
        }

        @Override
        public void abort() {}
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        throw new IOException("this client has a socket alone");
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return CompletableFuture.failedFuture(new IOException("this client has a socket alone"));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.@Nullable PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    @Override
    public SSLParameters sslParameters() {
        return new SSLParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }
}
