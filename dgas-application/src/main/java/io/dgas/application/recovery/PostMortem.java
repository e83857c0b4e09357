package io.dgas.application.recovery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells of an unclean end: at once what it left behind, and once it is known what came of that. Used by one thread at a time. */
public final class PostMortem {

    private final UncleanEnd end;
    private final List<Recovery> recoveries;
    private Optional<String> outcome = Optional.empty();

    public PostMortem(UncleanEnd end, List<Recovery> recoveries) {
        this.end = end;
        this.recoveries = List.copyOf(recoveries);
    }

    /**
     * What is known at the start, in one line.
     *
     * @param service what people call it
     */
    public String report(String service) {
        return service + " had ended without being stopped: " + end.holder() + " gave its last sign of life at "
                + shown(end.lastSign()) + ", " + end.silence().toSeconds() + " s before this start at "
                + shown(end.noticed())
                + recoveries.stream()
                        .map(Recovery::found)
                        .map(found -> "; " + found)
                        .collect(Collectors.joining());
    }

    /**
     * What came of all, in one line, when it has become known now; told once. Throws {@link
     * io.dgas.application.port.out.StorageException}.
     */
    public Optional<String> look(Instant now) {
        if (outcome.isPresent() || recoveries.isEmpty()) {
            return Optional.empty();
        }
        List<String> known = new ArrayList<>();
        for (Recovery recovery : recoveries) {
            Optional<String> one = recovery.outcome(now);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            known.add(one.get());
        }
        outcome = Optional.of(String.join("; ", known));
        return outcome.map(what -> "recovered since the unclean end at " + shown(end.lastSign()) + ": " + what);
    }

    /** For the status. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("holder", end.holder());
        document.put("last sign of life", shown(end.lastSign()));
        document.put("taken over", shown(end.noticed()));
        if (recoveries.isEmpty()) {
            return document;
        }
        document.put("found", recoveries.stream().map(Recovery::found).collect(Collectors.joining("; ")));
        document.put("recovered", outcome.orElse("not all is known yet"));
        return document;
    }

    private static String shown(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
