package io.dgas.application.collection.sweep;

import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageLedger.Absence;
import io.dgas.application.port.out.collection.CoverageLedger.Attempt;
import io.dgas.application.port.out.collection.CoverageLedger.GivenUp;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the answers about one symbol say: bars to store and entries for the ledger, to be carried out together. */
final class SymbolSweep {

    private final Instrument instrument;
    private final RetryPlan retries;
    private final Instant now;
    private final List<BarSeries> bars = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<GivenUp> givenUp = new ArrayList<>();
    private String failure = "";
    private boolean unknown;

    SymbolSweep(Instrument instrument, RetryPlan retries, Instant now) {
        this.instrument = instrument;
        this.retries = retries;
        this.now = now;
    }

    Instrument instrument() {
        return instrument;
    }

    /** The vendor's history of one session. */
    void read(Line line, SessionRead read) {
        switch (read) {
            case SessionRead.Whole whole -> settle(line, whole, "all of its short bars are there");
            case SessionRead.Partial partial -> confirm(line, partial);
            case SessionRead.Unloaded unloaded -> again(line, unloaded.seen(), AbsenceReason.VENDOR_GAP);
        }
    }

    /** The vendor said the same before, or this is the last time it is asked. */
    private void confirm(Line line, SessionRead.Partial partial) {
        if (isEarly(line)) {
            return;
        }
        boolean same = line.note().filter(partial.seen()::equals).isPresent();
        boolean patient =
                partial.reachesEnd() || line.attempts() >= retries.delays().size() / 2;
        if ((same && patient) || retries.isLast(line.attempts() + 1)) {
            settle(line, partial.whole(), partial.seen());
        } else {
            again(line, partial.seen(), AbsenceReason.VENDOR_GAP);
        }
    }

    /** The session is what this is, and no other answer is waited for. */
    void settle(Line line, SessionRead.Whole whole, String note) {
        bars.add(whole.bars());
        AbsenceReason reason = whole.isSparse() ? AbsenceReason.NO_TRADE : AbsenceReason.VENDOR_GAP;
        whole.absent().forEach(open -> absences.add(new Absence(line.line(), open, reason)));
        attempts.add(new Attempt(line.line(), now.plus(retries.after(line.attempts() + 1)), note));
    }

    /** To ask before it was due proves nothing about what the vendor will have then. */
    private boolean isEarly(Line line) {
        return line.nextAttempt().filter(next -> next.isAfter(now)).isPresent();
    }

    /** A session before the first of the vendor's history, which it was asked for twice. */
    void notListed(Line line, LocalDate first) {
        givenUp.add(new GivenUp(
                line.line(), AbsenceReason.NOT_LISTED, "the vendor's history of the symbol begins on " + first));
    }

    /** Ask once more later, or give up with this reason. */
    void again(Line line, String note, AbsenceReason reason) {
        if (isEarly(line)) {
            return;
        }
        if (retries.isLast(line.attempts() + 1)) {
            givenUp.add(new GivenUp(line.line(), reason, note));
        } else {
            attempts.add(new Attempt(line.line(), now.plus(retries.after(line.attempts() + 1)), note));
        }
    }

    /** The vendor has no such symbol, which may be its mistake for a while. */
    void unknown(List<Line> lines, String what) {
        unknown = true;
        lines.forEach(line -> again(line, what, AbsenceReason.NOT_LISTED));
    }

    /** Ask once more from this time on, whatever was asked before: the answer is there, and cannot be understood yet. */
    void postpone(Line line, String note, Instant until) {
        attempts.add(new Attempt(line.line(), until, note));
    }

    /** The question could not be answered, which is nobody's "no": the lines stay as they are, and are due again. */
    void fail(String why) {
        failure = why;
    }

    boolean isAnswered() {
        return failure.isEmpty();
    }

    boolean isUnknown() {
        return unknown;
    }

    String failure() {
        return failure;
    }

    /** The bars of all sessions in one series, none or one. */
    List<BarSeries> bars() {
        if (bars.isEmpty()) {
            return List.of();
        }
        BarSeries.Builder joined = BarSeries.builder(bars.getFirst().key(), 16 * bars.size());
        for (BarSeries session : bars) {
            for (int bar = 0; bar < session.size(); bar++) {
                joined.add(session, bar);
            }
        }
        return List.of(joined.build());
    }

    List<Absence> absences() {
        return absences;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    List<GivenUp> givenUp() {
        return givenUp;
    }
}
