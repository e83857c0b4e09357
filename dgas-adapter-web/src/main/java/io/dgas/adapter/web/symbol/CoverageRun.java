package io.dgas.adapter.web.symbol;

import io.dgas.adapter.web.page.Shown;
import io.dgas.application.port.in.chart.Coverage;
import io.dgas.application.port.in.chart.Coverage.Slot;
import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.domain.bar.BarSource;
import io.dgas.domain.bar.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring bars that stand alike.
 *
 * @param start place of the first among all
 * @param count how many
 * @param isAwaited whether they closed so short a time ago that they need not be there yet
 */
public record CoverageRun(int start, int count, Slot first, Slot last, boolean isAwaited) {

    /** All bars, oldest first. */
    static List<CoverageRun> of(Coverage coverage) {
        List<CoverageRun> runs = new ArrayList<>();
        List<Slot> slots = coverage.slots();
        int start = 0;
        for (int next = 1; next <= slots.size(); next++) {
            if (next == slots.size() || !words(slots.get(next)).equals(words(slots.get(start)))) {
                boolean isAwaited = next == slots.size() && coverage.barsLate() == next - start && !coverage.isStale();
                runs.add(new CoverageRun(start, next - start, slots.get(start), slots.get(next - 1), isAwaited));
                start = next;
            }
        }
        return runs;
    }

    /** How they stand and why. */
    public String words() {
        return isAwaited && first.reason().isEmpty() ? "not there yet" : words(first);
    }

    /** How one bar stands and why. */
    static String words(Slot slot) {
        return slot.found()
                .map(found -> Shown.words(found.standing()) + ", " + source(found.source()))
                .orElseGet(
                        () -> "missing, " + slot.reason().map(CoverageRun::why).orElse("nobody knows why yet"));
    }

    /** Final, provisional, explained or missing, for the style. */
    public String kind() {
        boolean isExplained =
                isAwaited || first.reason().filter(reason -> !reason.isGap()).isPresent();
        return first.found()
                .map(found -> found.standing() == Standing.FINAL ? "final" : "provisional")
                .orElse(isExplained ? "explained" : "missing");
    }

    private static String source(BarSource source) {
        return switch (source) {
            case DELAYED -> "delayed quotes";
            case WEBSOCKET -> "live trades";
            case INTRADAY -> "the vendor's intraday history";
            case END_OF_DAY -> "the vendor's daily history";
            case IMPORT -> "imported from a file";
        };
    }

    private static String why(AbsenceReason reason) {
        return switch (reason) {
            case NO_TRADE -> "nobody traded";
            case HALT -> "trading was halted";
            case VENDOR_GAP -> "the vendor does not have it";
            case OUR_GAP -> "not collected in time";
            case NOT_LISTED -> "not listed then";
        };
    }
}
