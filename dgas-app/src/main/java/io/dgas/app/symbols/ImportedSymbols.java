package io.dgas.app.symbols;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.Output;
import io.dgas.application.port.in.ImportUniverse.Outcome;
import io.dgas.application.port.in.ImportUniverse.Outcome.Imported;
import io.dgas.application.port.in.ImportUniverse.Outcome.Refused;
import io.dgas.application.port.in.ImportUniverse.Request;
import io.dgas.application.port.in.UniverseIndex;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what an import of symbols did. */
record ImportedSymbols(Request request, Outcome outcome) {

    /** The report as JSON; {@code refused} is null unless nothing was imported. */
    private record Document(
            boolean imported,
            boolean dryRun,
            @Nullable String refused,
            @Nullable String index,
            LocalDate date,
            String source,
            int symbols,
            Collection<Instrument> added,
            Collection<Instrument> activated,
            Collection<Instrument> deactivated,
            Collection<Instrument> joined,
            Collection<Instrument> left,
            List<String> notes) {}

    /** @throws WorkFailed when the list was refused */
    ExitCode show(Output output, boolean asJson) {
        switch (outcome) {
            case Refused refused -> {
                if (asJson) {
                    output.json(document(refused));
                }
                throw new WorkFailed("nothing was imported: " + refused.reason());
            }
            case Imported imported -> {
                if (asJson) {
                    output.json(document(imported));
                } else {
                    tell(output, imported);
                }
            }
        }
        return ExitCode.DONE;
    }

    private void tell(Output output, Imported imported) {
        imported.notes().forEach(output::note);
        if (!imported.left().isEmpty() && !request.options().deactivateRemoved()) {
            output.note("symbols that left keep their standing; --deactivate-removed makes them inactive");
        }
        output.line((isDry() ? "would import " : "imported ") + symbols(imported.members()) + " from "
                + request.list().source() + ": " + imported.added().size() + " new, "
                + imported.activated().size() + " made active, "
                + imported.deactivated().size() + " made inactive");
        request.list()
                .index()
                .ifPresent(index -> output.line(index + " on " + request.list().date() + ": "
                        + imported.joined().size() + " joined" + few(imported.joined()) + ", "
                        + imported.left().size() + " left" + few(imported.left())));
    }

    private static String symbols(int count) {
        return count + (count == 1 ? " symbol" : " symbols");
    }

    private boolean isDry() {
        return request.options().dryRun();
    }

    private static String few(Collection<Instrument> symbols) {
        return symbols.isEmpty() || symbols.size() > 20
                ? ""
                : " ("
                        + String.join(
                                " ", symbols.stream().map(Instrument::symbol).toList()) + ")";
    }

    private @Nullable String indexCode() {
        return request.list().index().map(UniverseIndex::code).orElse(null);
    }

    private Document document(Refused refused) {
        return new Document(
                false,
                isDry(),
                refused.reason(),
                indexCode(),
                request.list().date(),
                request.list().source(),
                request.list().symbols().size(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Document document(Imported imported) {
        return new Document(
                !isDry(),
                isDry(),
                null,
                indexCode(),
                request.list().date(),
                request.list().source(),
                imported.members(),
                imported.added(),
                imported.activated(),
                imported.deactivated(),
                imported.joined(),
                imported.left(),
                imported.notes());
    }
}
