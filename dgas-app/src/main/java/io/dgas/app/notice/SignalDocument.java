package io.dgas.app.notice;

import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A signal as JSON has it. */
public final class SignalDocument {

    private SignalDocument() {}

    /** Its fields in their order; null where an exit has none. */
    public static Map<String, @Nullable Object> of(StoredSignal signal) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("symbol", signal.instrument().symbol());
        document.put("type", signal.type().name());
        document.put("setUp", signal.setUp().name());
        document.put("interval", signal.trading().code());
        document.put("completedAt", signal.completedAt().toString());
        document.put("price", signal.price());
        document.put("stop", signal.stop().orElse(null));
        document.put("target", signal.target().orElse(null));
        document.put("confidence", signal.confidence().orElse(null));
        document.put("strength", signal.strength().orElse(null));
        document.put("riskReward", signal.riskReward().orElse(null));
        document.put("reason", signal.reason());
        return document;
    }
}
