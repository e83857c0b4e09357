package io.dgas.app.collection;

import io.dgas.app.output.Words;
import io.dgas.app.service.Problems;
import io.dgas.app.service.ServiceText;
import io.dgas.application.collection.service.MarketPhase;
import io.dgas.application.port.out.vendor.StreamStatus;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the service says about itself with every sign of life, for {@code status} and the page. */
final class CollectionDetail {

    /** Symbols named at most in one list. */
    private static final int NAMED = 20;

    private final CollectionParts parts;
    private final LiveLoop live;
    private final HealthWatch health;
    private final Problems problems;

    CollectionDetail(CollectionParts parts, LiveLoop live, HealthWatch health, Problems problems) {
        this.parts = parts;
        this.live = live;
        this.health = health;
        this.problems = problems;
    }

    Map<String, Object> document(Instant now) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("phase", Words.of(MarketPhase.at(parts.grid().calendar(), now)));
        document.put("callsUsed", parts.vendor().calls().used());
        document.put("problems", problems.current());
        if (!health.freshness().isEmpty()) {
            document.put("symbols", health.freshness());
        }
        live.view().ifPresent(view -> document.put("stream", stream(view)));
        parts.vendor()
                .clock()
                .lastSkew()
                .ifPresent(skew -> document.put(
                        ServiceText.VENDOR_CLOCK_AHEAD, skew.vendorAhead().toSeconds()));
        return document;
    }

    private static Map<String, Object> stream(LiveLoop.View view) {
        StreamStatus status = view.stream();
        Map<String, Object> stream = new LinkedHashMap<>();
        stream.put("state", Words.of(status.state()));
        status.since().ifPresent(since -> stream.put("since", since.toString()));
        stream.put("subscribed", status.subscribed().size());
        stream.put("refused", status.refused().size());
        stream.put("reconnects", status.reconnects());
        status.lastData().ifPresent(last -> stream.put("lastData", last.toString()));
        stream.put("trades", status.frames().trades());
        stream.put("unknownFrames", status.frames().unknown());
        stream.put("suspected", named(view.watched().suspected().keySet()));
        stream.put("starved", named(view.watched().starved().keySet()));
        stream.put("waitingToBeStored", view.waiting());
        Map<String, Object> fates = new LinkedHashMap<>();
        view.fates().forEach((fate, count) -> fates.put(Words.of(fate), count));
        stream.put("fates", fates);
        status.problem().ifPresent(problem -> stream.put("lastProblem", problem));
        return stream;
    }

    private static List<String> named(Set<Instrument> instruments) {
        return instruments.stream().limit(NAMED).map(Instrument::symbol).toList();
    }
}
