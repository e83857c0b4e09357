package io.dgas.app.data;

import io.dgas.application.port.out.collection.CoverageView.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions of one symbol that were given up for one reason. */
record GivenUpSessions(String symbol, LocalDate first, LocalDate last, int sessions, long missing, String why) {

    /** Of lines in the ledger's order; each symbol's sessions with the same remark together. */
    static List<GivenUpSessions> of(List<Line> lines) {
        Map<List<String>, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : lines) {
            List<String> group =
                    List.of(line.line().instrument().symbol(), line.note().orElse("no reason was noted"));
            groups.computeIfAbsent(group, any -> new ArrayList<>()).add(line);
        }
        return groups.entrySet().stream()
                .map(group -> of(group.getKey().getFirst(), group.getKey().getLast(), group.getValue()))
                .toList();
    }

    private static GivenUpSessions of(String symbol, String why, List<Line> lines) {
        return new GivenUpSessions(
                symbol,
                lines.getFirst().line().date(),
                lines.getLast().line().date(),
                lines.size(),
                lines.stream()
                        .mapToLong(
                                line -> line.count().expected() - line.count().present())
                        .sum(),
                why);
    }

    String text() {
        return symbol + " " + first + (sessions == 1 ? "" : " to " + last + " (" + sessions + " sessions)") + ", "
                + Numbers.count(missing, "bar") + ": " + why;
    }
}
