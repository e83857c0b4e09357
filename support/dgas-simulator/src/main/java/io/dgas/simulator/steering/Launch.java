package io.dgas.simulator.steering;

import io.dgas.simulator.clock.VirtualClock;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How a simulator is started as a program of its own.
 *
 * @param port 0 for a free one
 * @param start the clock's first instant; none for the simulator's own choice
 * @param speed virtual seconds a real second; 0 lets the clock stand
 * @param faults a scenario file; none for an honest vendor
 */
public record Launch(int port, Optional<Instant> start, double speed, Optional<Path> faults) {

    /** What starts a simulator at a port, on a clock that stands. */
    @FunctionalInterface
    public interface Starter<S> {

        S start() throws IOException;
    }

    public Launch {
        require(port >= 0 && port <= 65_535, "port " + port + " must be from 0 to 65535");
        require(speed >= 0 && speed <= 1_000_000, "speed " + speed + " must be from 0 (the clock stands) to 1000000");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** A free port, the simulator's own start at real speed, no faults. */
    public static Launch usual() {
        return new Launch(0, Optional.empty(), 1, Optional.empty());
    }

    public Launch withPort(int other) {
        return new Launch(other, start, speed, faults);
    }

    public Launch withStart(Instant instant) {
        return new Launch(port, Optional.of(instant), speed, faults);
    }

    public Launch withSpeed(double other) {
        return new Launch(port, start, other, faults);
    }

    public Launch withFaults(Path scenario) {
        return new Launch(port, start, speed, Optional.of(scenario));
    }

    /**
     * Starts it, orders the faults and lets its clock run.
     *
     * @throws IllegalArgumentException with one message that names what cannot be used: the file, the port
     */
    public <S extends LoopbackSimulator> S run(Starter<S> starter) throws IOException {
        Optional<String> scenario = faults.map(Launch::read);
        S simulator = started(starter);
        try {
            scenario.ifPresent(simulator::order);
        } catch (IllegalArgumentException wrong) {
            simulator.close();
            throw new IllegalArgumentException(
                    "faults file " + faults.orElseThrow() + ": " + wrong.getMessage(), wrong);
        }
        simulator.clock().run(speed);
        return simulator;
    }

    private <S> S started(Starter<S> starter) throws IOException {
        try {
            return starter.start();
        } catch (BindException taken) {
            throw new IllegalArgumentException("port " + port + " is taken; give another, or 0 for a free one", taken);
        }
    }

    private static String read(Path scenario) {
        try {
            return Files.readString(scenario);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "faults file " + scenario + " cannot be read; it must be JSON such as"
                            + " {\"faults\":[{\"kind\":\"rate-limited\",\"nth\":5}]}",
                    e);
        }
    }

    /** What the clock shows and how fast it runs, as a line of what a program says at its start. */
    public String clockLine(VirtualClock clock) {
        return "clock: " + clock.instant() + ", " + (speed == 0 ? "standing" : speed + " seconds a second");
    }
}
