package io.dgas.app.notice.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dgas.app.notice.NoticeText;
import io.dgas.app.notice.SignalDocument;
import io.dgas.app.output.Json;
import io.dgas.application.port.out.notice.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is posted: the same bytes for the same notice. */
final class WebhookBody {

    private WebhookBody() {}

    static byte[] of(Notice notice) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", notice.id().text());
        switch (notice) {
            case Notice.OfSignal one -> {
                document.put("kind", "signal");
                document.put("higherTrend", one.higherTrend());
                document.put("state", one.state());
                document.put("signals", List.of(SignalDocument.of(one.signal())));
            }
            case Notice.Digest digest -> {
                document.put("kind", "digest");
                document.put("asOf", digest.asOf().toString());
                document.put(
                        "signals",
                        digest.signals().stream().map(SignalDocument::of).toList());
            }
            case Notice.Plain plain -> {
                document.put("kind", "text");
                document.put("signals", List.of());
            }
        }
        document.put("text", String.join("\n", NoticeText.lines(notice)));
        return Json.render(document).getBytes(UTF_8);
    }
}
