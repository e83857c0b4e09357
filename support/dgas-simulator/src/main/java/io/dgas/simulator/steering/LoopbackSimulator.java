package io.dgas.simulator.steering;

import io.dgas.simulator.clock.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A vendor's protocol on loopback, on a clock of its own, with faults on order. Closing it frees the port. */
public abstract class LoopbackSimulator implements AutoCloseable {

    private final VirtualClock clock;
    private final ArmedFaults<?, ?> faults;

    protected LoopbackSimulator(VirtualClock clock, ArmedFaults<?, ?> faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /** Host and port, as they stand in an address. */
    protected abstract String authority();

    /** Where faults and the clock are steered, and what has happened is seen, ending in {@code /control}. */
    public final URI controlUrl() {
        return URI.create("http://" + authority() + "/control");
    }

    public final VirtualClock clock() {
        return clock;
    }

    /**
     * Orders faults, in the JSON of a scenario.
     *
     * @throws IllegalArgumentException naming what is wrong in it
     */
    public final void order(String scenario) {
        faults.order(scenario);
    }

    /** Orders the faults of a scenario file. */
    public final void order(Path scenario) throws IOException {
        order(Files.readString(scenario));
    }

    /** Ends all faults; what they have done stays. */
    public final void endFaults() {
        faults.clear();
    }

    /** The seed with which the chances of the faults in force are replayed, and what they covered and hit, as JSON. */
    public final String faultReport() {
        return faults.report().toString();
    }

    @Override
    public abstract void close();
}
