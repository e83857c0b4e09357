package io.dgas.app.collection;

import io.dgas.app.output.Output;
import io.dgas.application.collection.service.CallMeter;
import io.dgas.application.collection.sweep.SweepWatch;
import java.time.Duration;

/** Shows how far a sweep is, and how long it may yet take. */
final class ProgressNotes implements SweepWatch {

    private final Output output;
    private final CallMeter calls;
    private final long began = System.nanoTime();

    ProgressNotes(Output output, CallMeter calls) {
        this.output = output;
        this.calls = calls;
    }

    @Override
    public void report(Progress progress) {
        long passed = System.nanoTime() - began;
        long left = progress.symbols() == 0 ? 0 : passed / progress.symbols() * (progress.total() - progress.symbols());
        output.note(progress.symbols() + " of " + progress.total() + " symbols, " + progress.barsStored()
                + " bars stored, " + calls.used() + " calls used, about "
                + Duration.ofNanos(left).toSeconds() + " s left");
    }

    @Override
    public boolean goOn() {
        return !Thread.currentThread().isInterrupted();
    }
}
