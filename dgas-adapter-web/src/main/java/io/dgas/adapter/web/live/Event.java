package io.dgas.adapter.web.live;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that happened, for pages that fetch anew what hangs on it.
 *
 * @param symbols of which it is; none when it may be of any
 */
public record Event(Kind kind, List<String> symbols) {

    /** What it is. */
    public enum Kind {
        SIGNAL,
        RUN,
        BARS,
        /** A component of the system came to another verdict. */
        VERDICT,
        /** Some of what happened may not have been told. */
        ANYTHING
    }

    public Event {
        symbols = symbols.stream().sorted().toList();
    }

    Message message() {
        Map<String, Object> document = new TreeMap<>();
        document.put("event", kind.name().toLowerCase(Locale.ROOT));
        document.put("symbols", symbols);
        String text = JsonMapper.shared().writeValueAsString(document);
        return new Message(text, text);
    }
}
