package io.dgas.application.collection.live;

import io.dgas.application.port.out.collection.CollectionRunRepository.CollectionRun;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run that stored a slot says of it: enough to tell a bar that will not come from one that may.
 *
 * @param opens of its bars
 * @param silent followed through the slot, and nobody traded in them
 */
public record SlotDetail(BarSource source, Instant opens, Set<Instrument> silent) {

    private static final String OPENS = "opens";
    private static final String SILENT = "silentSymbols";

    public SlotDetail {
        silent = Set.copyOf(silent);
    }

    /** Of a recorded run; empty when it stored no slot. */
    public static Optional<SlotDetail> of(CollectionRun run) {
        Optional<Instant> opens =
                Optional.ofNullable(run.detail().get(OPENS)).map(text -> Instant.parse(String.valueOf(text)));
        return run.source()
                .flatMap(source -> opens.map(open -> new SlotDetail(
                        BarSource.ofCode(source), open, silent(run.detail().get(SILENT)))));
    }

    private static Set<Instrument> silent(@Nullable Object symbols) {
        return symbols instanceof Collection<?> named
                ? named.stream()
                        .map(symbol -> new Instrument(String.valueOf(symbol)))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** For {@link CollectionRun#detail()}. */
    public Map<String, Object> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put(CollectionRun.SOURCE, source.code());
        detail.put(OPENS, opens.toString());
        detail.put(SILENT, silent.stream().map(Instrument::symbol).sorted().toList());
        return detail;
    }
}
