package io.dgas.app.doctor;

import static java.util.Comparator.comparing;

import io.dgas.app.exit.ExitCode;
import io.dgas.application.port.in.status.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All examinations at the same time, none longer than there is patience: what hangs is told, and waited for no more. */
public record Checkup(List<Diagnosis> diagnoses) {

    public Checkup {
        diagnoses = List.copyOf(diagnoses);
    }

    static Checkup of(List<Examination> examinations, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Running> running = examinations.stream().map(Running::begin).toList();
        List<Diagnosis> found = new ArrayList<>();
        for (Running one : running) {
            one.await(deadline);
            found.addAll(one.end("no answer within " + patience.toSeconds() + " s"));
        }
        return new Checkup(found.stream().sorted(comparing(Diagnosis::subject)).toList());
    }

    /** That of the worst; good when nothing was looked at. */
    Verdict verdict() {
        return diagnoses.stream()
                .map(Diagnosis::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.OK);
    }

    /** {@link ExitCode#NO} when something is failing. */
    public ExitCode exitCode() {
        return ExitCode.of(verdict() != Verdict.FAILING);
    }

    /** One that has begun. */
    private static final class Running {

        private final Examination examination;
        private final List<Diagnosis> found = new ArrayList<>();
        private final Thread thread;
        private Optional<String> broken = Optional.empty();
        private boolean isOver;

        private Running(Examination examination) {
            this.examination = examination;
            this.thread = Thread.ofVirtual().unstarted(this::look);
        }

        static Running begin(Examination examination) {
            Running running = new Running(examination);
            running.thread.start();
            return running;
        }

        private void look() {
            try {
                examination.look(this::add);
                finish(Optional.empty());
            } catch (RuntimeException fault) {
                finish(Optional.of(String.valueOf(fault.getMessage())));
            }
        }

        private synchronized void add(Diagnosis diagnosis) {
            found.add(diagnosis);
        }

        private synchronized void finish(Optional<String> fault) {
            broken = fault;
            isOver = true;
        }

        void await(long deadline) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }

        /** What it told; the first subject that it owes is what it broke or hangs at, and the rest cannot be told. */
        synchronized List<Diagnosis> end(String hanging) {
            List<Diagnosis> told = new ArrayList<>(found);
            Optional<String> fault = isOver ? broken : Optional.of(hanging);
            fault.ifPresent(why -> examination.subjects().stream()
                    .filter(subject -> found.stream().noneMatch(one -> one.subject() == subject))
                    .forEach(subject -> told.add(
                            told.size() == found.size()
                                    ? Diagnosis.failing(subject, why, "mend what it says, then 'dgas doctor' again")
                                    : Diagnosis.unknown(subject, "could not be looked at"))));
            return told;
        }
    }
}
