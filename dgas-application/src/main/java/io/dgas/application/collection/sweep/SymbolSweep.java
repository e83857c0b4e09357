package io.dgas.application.collection.sweep;

import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.CoverageLedger.Absence;
import io.dgas.application.port.out.collection.CoverageLedger.Attempt;
import io.dgas.application.port.out.collection.CoverageLedger.GivenUp;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.LineStanding;
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
            case SessionRead.Whole whole -> settle(line, whole);
            case SessionRead.Partial partial -> confirm(line, partial);
            case SessionRead.Unloaded unloaded -> again(line, unloaded.seen(), AbsenceReason.VENDOR_GAP);
        }
    }

    /** The vendor said the same before, or this is the last time it is asked. */
    private void confirm(Line line, SessionRead.Partial partial) {
        if (isUndecided(line)) {
            return;
        }
        String seen = partial.whole().seen();
        boolean same = isNoted(line, seen);
        boolean patient =
                partial.reachesEnd() || line.attempts() >= retries.delays().size() / 2;
        if ((same && patient) || retries.isLast(line.attempts() + 1)) {
            settle(line, partial.whole());
        } else {
            again(line, seen, AbsenceReason.VENDOR_GAP);
        }
    }

    private static boolean isNoted(Line line, String note) {
        return line.note().filter(note::equals).isPresent();
    }

    /**
     * The vendor's history of a session that was settled before: what differs replaces what is stored once the vendor has
     * said so twice, for either answer may be the bad one.
     */
    void review(Line line, SessionRead read) {
        switch (read) {
            case SessionRead.Whole whole -> review(line, whole);
            case SessionRead.Partial partial -> review(line, partial.whole());
            case SessionRead.Unloaded unloaded -> {
                // an answer that lacks the session says nothing against it
            }
        }
    }

    private void review(Line line, SessionRead.Whole whole) {
        String changed = "changed since: " + whole.seen();
        if (isNoted(line, changed)) {
            settle(line, whole);
        } else if (!isNoted(line, whole.seen())) {
            attempts.add(new Attempt(line.line(), now.plus(retries.after(line.attempts() + 1)), changed));
        }
    }

    /** The session is what this is, and no other answer is waited for. */
    void settle(Line line, SessionRead.Whole whole) {
        bars.add(whole.bars());
        AbsenceReason reason = whole.isSparse() ? AbsenceReason.NO_TRADE : AbsenceReason.VENDOR_GAP;
        whole.absent().forEach(open -> absences.add(new Absence(line.line(), open, reason)));
        attempts.add(new Attempt(line.line(), now.plus(retries.after(line.attempts() + 1)), whole.seen()));
    }

    /** To ask before it was due proves nothing about what the vendor will have then; nor does a gap in what it once gave. */
    private boolean isUndecided(Line line) {
        return line.standing() == LineStanding.COMPLETE
                || line.nextAttempt().filter(next -> next.isAfter(now)).isPresent();
    }

    /** The session may be what this is: the vendor is asked again for as long as it is asked at all, then this is taken. */
    void doubt(Line line, SessionRead.Whole whole, String why) {
        if (isUndecided(line)) {
            return;
        }
        if (retries.isLast(line.attempts() + 1)) {
            settle(line, whole);
        } else {
            again(line, why, AbsenceReason.VENDOR_GAP);
        }
    }

    /** A session before the first of the vendor's history, which it was asked for twice. */
    void notListed(Line line, LocalDate first) {
        givenUp.add(new GivenUp(
                line.line(), AbsenceReason.NOT_LISTED, "the vendor's history of the symbol begins on " + first));
    }

    /** Ask once more later, or give up with this reason. */
    void again(Line line, String note, AbsenceReason reason) {
        if (isUndecided(line)) {
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

    /** It was not asked, for the same reason. */
    void spare(String why) {
        fail("not asked: " + why);
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
