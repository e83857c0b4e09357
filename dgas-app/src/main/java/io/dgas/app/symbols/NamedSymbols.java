package io.dgas.app.symbols;

import io.dgas.app.exit.UsageProblem;
import io.dgas.domain.market.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The symbols that a command line names. */
final class NamedSymbols {

    private NamedSymbols() {}

    /** @throws UsageProblem naming every text that is no symbol */
    static Set<Instrument> of(List<String> texts) {
        Set<Instrument> instruments = new TreeSet<>();
        List<String> problems = new ArrayList<>();
        for (String text : texts) {
            try {
                instruments.add(Instrument.parse(text));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new UsageProblem(String.join("\n", problems));
        }
        return instruments;
    }

    static String text(Set<Instrument> instruments) {
        return String.join(
                " ", instruments.stream().map(Instrument::symbol).sorted().toList());
    }
}
