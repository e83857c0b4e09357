package io.dgas.app.notice.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dgas.app.settings.Secret;
import io.dgas.application.port.out.notice.Channel;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.Notifier;
import io.dgas.application.port.out.notice.ReadBack;
import io.dgas.application.port.out.notice.Sending;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Posts each notice to a webhook, its id as {@code Idempotency-Key}. That a notice is seen once rests on the receiver: it is
 * to do nothing twice for one key within a day. A post of unknown outcome is repeated until then, or until the notice expires.
 */
public final class WebhookNotifier implements Notifier, AutoCloseable {

    private static final Duration KEYS_KNOWN_FOR = Duration.ofHours(24);
    private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(5);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final WebhookTarget target;
    private final InstantSource clock;
    private final HttpClient http;

    public WebhookNotifier(WebhookTarget target, InstantSource clock) {
        this.target = target;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST_CONNECTING)
                .build();
    }

    @Override
    public Channel channel() {
        return target.channel();
    }

    @Override
    public Duration repeatsKnownFor() {
        return KEYS_KNOWN_FOR;
    }

    @Override
    public Sending send(Notice notice) {
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request(notice), BodyHandlers.discarding());
        try {
            HttpResponse<Void> response = answer.get(target.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return Verdict.on(response.statusCode(), response.headers().firstValue("Retry-After"), clock.instant());
        } catch (TimeoutException e) {
            return new Sending.Unknown("no answer within " + target.timeout().toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sending.Unknown("interrupted before an answer came");
        } catch (ExecutionException e) {
            return broken(e.getCause() == null ? e : e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest request(Notice notice) {
        byte[] body = WebhookBody.of(notice);
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url().reveal())
                .header("Content-Type", "application/json")
                .header("User-Agent", "dgas")
                .header("Idempotency-Key", key(notice.id()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        target.secret()
                .map(Secret::reveal)
                .ifPresent(secret -> request.header("X-DGAS-Signature", Signature.of(body, secret)));
        return request.build();
    }

    /** The id, but for what no header can hold: other bytes than printable ASCII, and the percent sign, as in an address. */
    static String key(NoticeId id) {
        StringBuilder key = new StringBuilder();
        for (byte one : id.text().getBytes(UTF_8)) {
            if (one >= ' ' && one <= '~' && one != '%') {
                key.append((char) one);
            } else {
                key.append('%').append(HEX.toHexDigits(one));
            }
        }
        return key.toString();
    }

    /** Only the kind of fault is told: messages may repeat the address. */
    private static Sending broken(Throwable fault) {
        String what = fault.getClass().getSimpleName();
        return neverLeft(fault)
                ? new Sending.Failed("no connection to the webhook: " + what)
                : new Sending.Unknown("the connection broke before a whole answer came: " + what);
    }

    /** A client that may not try again wraps what was wrong with its one try. */
    private static boolean neverLeft(Throwable fault) {
        return isOfConnecting(fault) || (fault.getCause() != null && isOfConnecting(fault.getCause()));
    }

    private static boolean isOfConnecting(Throwable fault) {
        return fault instanceof ConnectException
                || fault instanceof HttpConnectTimeoutException
                || fault instanceof UnknownHostException
                || fault instanceof UnresolvedAddressException
                || fault instanceof SSLHandshakeException;
    }

    @Override
    public ReadBack find(NoticeId id, Instant from) {
        return new ReadBack.Unreadable("a webhook cannot be asked what it was posted");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
