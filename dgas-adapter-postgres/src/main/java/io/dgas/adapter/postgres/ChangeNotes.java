package io.dgas.adapter.postgres;

import io.dgas.application.port.out.change.Change;
import io.dgas.domain.market.Instrument;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Changes as notifications of PostgreSQL: told when the transaction commits that made them, and not at all when it fails. */
final class ChangeNotes {

    static final String CHANNEL = "dgas_changes";

    /** A notification holds 8,000 bytes; more symbols than this are any. */
    private static final int SYMBOLS = 100;

    private ChangeNotes() {}

    /** In the transaction of the caller. */
    static void tell(DSLContext jooq, Change change) {
        jooq.fetch("select pg_notify(?, ?)", CHANNEL, written(change));
    }

    static void tell(DSLContext jooq, Change.Kind kind) {
        tell(jooq, Change.of(kind));
    }

    private static String written(Change change) {
        Set<Instrument> instruments = change.instruments().size() > SYMBOLS ? Set.of() : change.instruments();
        return change.kind().name()
                + new TreeSet<>(instruments)
                        .stream().map(instrument -> " " + instrument.symbol()).collect(Collectors.joining());
    }

    /** What a newer program writes may be anything. */
    static Change read(String payload) {
        String[] words = payload.split(" ", -1);
        return Arrays.stream(Change.Kind.values())
                .filter(kind -> kind.name().equals(words[0]))
                .findFirst()
                .map(kind -> new Change(
                        kind, Arrays.stream(words).skip(1).map(Instrument::new).collect(Collectors.toSet())))
                .orElse(Change.of(Change.Kind.ANYTHING));
    }
}
