package io.dgas.adapter.discord;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;

/** Makes single requests as the bot, within the limits it knows, and never waits for one. */
final class DiscordApi implements AutoCloseable {

    /** In the form that Discord asks for, without which its edge refuses a request. */
    private static final String USER_AGENT = "DiscordBot (https://dgas.invalid, 0.1)";

    /** A page of a hundred messages with all their embeds is smaller. */
    private static final int LARGEST_ANSWER = 8 << 20;

    private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(10);
    private static final String HIDDEN = "***";
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,500}");

    private final BotSettings settings;
    private final InstantSource clock;
    private final RateLimits limits = new RateLimits();
    private final HttpClient http;

    DiscordApi(BotSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        Duration half = settings.timeout().dividedBy(2);
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(half.compareTo(LONGEST_CONNECTING) < 0 ? half : LONGEST_CONNECTING)
                .build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /**
     * Reads something.
     *
     * @param route the name of the kind of request, for the limits
     */
    Exchange get(String route, String path) {
        return request(route, to(path).GET());
    }

    Exchange post(String route, String path, MessageBody body) {
        return request(
                route,
                to(path).header("Content-Type", body.contentType())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes())));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(settings.apiBaseUrl() + path))
                .header("User-Agent", USER_AGENT)
                .header("Accept", "application/json");
    }

    private Exchange request(String route, HttpRequest.Builder request) {
        Optional<Exchange.Waiting> pause = limits.before(route, clock.instant());
        if (pause.isPresent()) {
            return pause.get();
        }
        Optional<String> token = token();
        if (token.isEmpty()) {
            return new Exchange.NoToken("there is no bot token, or it has characters that none has");
        }
        limits.count(route, clock.instant());
        Exchange exchange =
                exchange(request.header("Authorization", "Bot " + token.get()).build(), token.get());
        if (exchange instanceof Exchange.Answered answered) {
            Optional<Exchange.Waiting> asked = limits.after(route, answered.answer(), clock.instant());
            return asked.isPresent() ? asked.get() : exchange;
        }
        return exchange;
    }

    /** What cannot be sent is no token, and must not come back in the message of the client that refuses it. */
    private Optional<String> token() {
        try {
            return Optional.ofNullable(settings.token().get())
                    .map(String::strip)
                    .filter(text -> TOKEN.matcher(text).matches());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Exchange exchange(HttpRequest request, String token) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            // instead of the client's own time-out, which ends with the headers: a body may stall too
            HttpResponse<byte[]> response = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Exchange.Answered(
                    Answer.of(response.statusCode(), response.headers(), without(token, response.body())));
        } catch (TimeoutException e) {
            return new Exchange.Lost("no answer within " + settings.timeout().toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Exchange.Lost("interrupted before an answer came");
        } catch (ExecutionException e) {
            return broken(e.getCause() == null ? e : e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** What echoes the request must not show the token. */
    private static byte[] without(String token, byte[] body) {
        String text = new String(body, UTF_8);
        return text.contains(token) ? text.replace(token, HIDDEN).getBytes(UTF_8) : body;
    }

    private static Exchange broken(Throwable fault) {
        String what = fault.getClass().getSimpleName();
        return neverLeft(fault)
                ? new Exchange.NotSent("no connection to Discord: " + what)
                : new Exchange.Lost("the connection broke before a whole answer came: " + what);
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
}
