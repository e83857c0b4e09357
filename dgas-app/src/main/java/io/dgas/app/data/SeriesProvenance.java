package io.dgas.app.data;

import io.dgas.app.wiring.CollectionStores;
import io.dgas.application.collection.quality.SourceAccuracy;
import io.dgas.application.collection.quality.SourceFigures;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
import io.dgas.application.port.out.collection.LedgerScope;
import java.util.List;

/** Where the bars of a series came from, and which of its sessions nobody asks for any more. */
record SeriesProvenance(List<SourceFigures> sources, List<SourceAccuracy> accuracy, List<GivenUpSessions> givenUp) {

    static SeriesProvenance of(CollectionStores stores, LedgerScope scope) {
        return new SeriesProvenance(
                SourceFigures.bySource(stores.figures().origins(scope)),
                SourceAccuracy.bySource(stores.figures().accuracy(scope)),
                GivenUpSessions.of(stores.coverage().lines(scope).stream()
                        .filter(line -> line.standing() == LineStanding.GIVEN_UP)
                        .toList()));
    }
}
