package io.dgas.bench.page;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps overviews open as browsers do, and prints for each symbol {@code LIVE<n>} that appears among the signals when the
 * last page had it: {@code LIVE7 1761832865123 200}, in milliseconds since 1970, and how many pages have it. It needs
 * nothing but the JDK, which runs this file as it is: {@code java OpenPages.java URL PAGES}.
 */
public final class OpenPages {

    private static final Pattern SYMBOL = Pattern.compile("LIVE\\d+");

    private final int pages;
    private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();

    private OpenPages(int pages) {
        this.pages = pages;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int pages = Integer.parseInt(arguments[1]);
        OpenPages open = new OpenPages(pages);
        URI address = URI.create(arguments[0].replace("http", "ws")
                + "/live?has=moment:&has=system:&has=data:&has=signals:&has=cycles:");
        HttpClient http = HttpClient.newHttpClient();
        List<WebSocket> sockets = Stream.generate(() -> open.connect(http, address))
                .limit(pages)
                .map(CompletableFuture::join)
                .toList();
        System.out.println("open " + sockets.size());
        new CountDownLatch(1).await();
    }

    private CompletableFuture<WebSocket> connect(HttpClient http, URI address) {
        return http.newWebSocketBuilder().buildAsync(address, new Page());
    }

    /** Tells symbols that this page had not yet; the newest stands first. */
    private final class Page implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();
        private String newest = "";

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
            text.append(data);
            if (isLast) {
                Matcher symbols = SYMBOL.matcher(text);
                if (symbols.find() && !symbols.group().equals(newest)) {
                    newest = symbols.group();
                    count(newest);
                }
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(socket);
        }
    }

    private void count(String symbol) {
        if (seen.computeIfAbsent(symbol, first -> new AtomicInteger()).incrementAndGet() == pages) {
            System.out.println(symbol + " " + System.currentTimeMillis() + " " + pages);
        }
    }
}
