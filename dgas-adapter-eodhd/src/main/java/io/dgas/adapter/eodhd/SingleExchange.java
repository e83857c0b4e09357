package io.dgas.adapter.eodhd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/**
 * Sends one request once and reads the whole answer, within a time and up to a size.
 *
 * <p>The JDK's client sends a GET a second time, unseen, when the connection ends before the first byte of an answer;
 * such a request would be counted by the vendor and not by us. Its one property against that holds for the process
 * and is read with the first request of any client.
 */
final class SingleExchange {

    private static final String TRIES_OF_THE_CLIENT = "jdk.httpclient.redirects.retrylimit";

    private final HttpClient http;
    private final Duration timeout;
    private final int largestBody;

    SingleExchange(HttpClient http, EodhdSettings settings) {
        if (System.getProperty(TRIES_OF_THE_CLIENT) == null) {
            System.setProperty(TRIES_OF_THE_CLIENT, "1");
        }
        this.http = http;
        this.timeout = settings.timeout();
        this.largestBody = settings.largestBody();
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, head -> new BoundedBody(largestBody));
        try {
            // the client's own time-out ends with the headers; a body may stall too
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("not answered within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** The text of an answer, unpacked where it came packed. */
    String text(HttpResponse<byte[]> response) throws IOException {
        String encoding =
                response.headers().firstValue("Content-Encoding").orElse("").toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "gzip", "x-gzip" -> new String(unpacked(response.body()), UTF_8);
            case "", "identity" -> new String(response.body(), UTF_8);
            default -> throw new IOException("the answer comes in an encoding that was not asked for");
        };
    }

    private byte[] unpacked(byte[] body) throws IOException {
        try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] text = unzipped.readNBytes(largestBody);
            if (unzipped.read() >= 0) {
                throw new BodyTooLarge(largestBody);
            }
            return text;
        }
    }
}
