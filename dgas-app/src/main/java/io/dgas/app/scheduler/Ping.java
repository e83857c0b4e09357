package io.dgas.app.scheduler;

import io.dgas.app.settings.WebhookUrl;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks an address, so that whoever keeps it knows that we live. Its path is a secret and stands in no message. */
final class Ping implements AutoCloseable {

    private final WebhookUrl address;
    private final Duration timeout;
    private final HttpClient http;

    Ping(WebhookUrl address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** Why it did not arrive; empty when it did. */
    Optional<String> send() {
        HttpRequest request = HttpRequest.newBuilder(address.reveal()).GET().build();
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            int status = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of(address.host() + " answered " + status);
        } catch (TimeoutException silent) {
            return Optional.of(address.host() + " did not answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException broken) {
            Throwable cause = broken.getCause() == null ? broken : broken.getCause();
            return Optional.of(
                    address.host() + " cannot be reached: " + cause.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
