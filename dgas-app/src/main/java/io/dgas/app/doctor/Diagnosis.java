package io.dgas.app.doctor;

import io.dgas.app.output.Redaction;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.Verdict;

/**
 * What was found of one subject.
 *
 * @param found without any credential
 * @param mend the command or step that mends it; empty where nothing is to be mended
 */
public record Diagnosis(Subject subject, Verdict verdict, String found, String mend) {

    public Diagnosis {
        found = Redaction.of(found);
        mend = Redaction.of(mend);
    }

    static Diagnosis ok(Subject subject, String found) {
        return new Diagnosis(subject, Verdict.OK, found, "");
    }

    static Diagnosis unknown(Subject subject, String why) {
        return new Diagnosis(subject, Verdict.UNKNOWN, why, "");
    }

    static Diagnosis warning(Subject subject, String found, String mend) {
        return new Diagnosis(subject, Verdict.WARNING, found, mend);
    }

    static Diagnosis failing(Subject subject, String found, String mend) {
        return new Diagnosis(subject, Verdict.FAILING, found, mend);
    }

    /** As the status judges it. */
    static Diagnosis of(Subject subject, ComponentStatus status, String mend) {
        return new Diagnosis(subject, status.verdict(), status.reason(), status.verdict() == Verdict.OK ? "" : mend);
    }

    boolean isWell() {
        return verdict == Verdict.OK;
    }
}
