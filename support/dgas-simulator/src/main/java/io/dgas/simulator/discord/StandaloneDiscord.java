package io.dgas.simulator.discord;

import io.dgas.simulator.clock.VirtualClock;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The simulator of Discord as a program of its own, which any bot can be pointed at. */
public final class StandaloneDiscord {

    /**
     * What it is started with.
     *
     * @param port 0 for a free one
     * @param start the clock's first instant; none for now by the machine's clock
     * @param speed virtual seconds a real second; 0 lets the clock stand
     * @param faults a scenario file; none for an honest Discord
     */
    public record Options(int port, Optional<Instant> start, double speed, Optional<Path> faults) {

        public Options {
            require(port >= 0 && port <= 65_535, "port " + port + " must be from 0 to 65535");
            require(
                    speed >= 0 && speed <= 1_000_000,
                    "speed " + speed + " must be from 0 (the clock stands) to 1000000");
        }

        /** A free port, the machine's time at real speed, no faults. */
        public static Options usual() {
            return new Options(0, Optional.empty(), 1, Optional.empty());
        }

        public Options withPort(int other) {
            return new Options(other, start, speed, faults);
        }

        public Options withStart(Instant instant) {
            return new Options(port, Optional.of(instant), speed, faults);
        }

        public Options withSpeed(double other) {
            return new Options(port, start, other, faults);
        }

        public Options withFaults(Path scenario) {
            return new Options(port, start, speed, Optional.of(scenario));
        }

        private static void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalArgumentException(otherwise);
            }
        }
    }

    private StandaloneDiscord() {}

    /**
     * Starts, and says line by line where it is, which token it takes and what its clock shows.
     *
     * @param now the machine's time
     * @throws IllegalArgumentException with one message that names what cannot be used: the file, the port
     */
    public static DiscordSimulator start(Options options, Instant now, Consumer<String> out) throws IOException {
        Optional<String> scenario =
                options.faults.isPresent() ? Optional.of(read(options.faults.get())) : Optional.empty();
        VirtualClock clock = new VirtualClock(options.start.orElse(now), 0);
        DiscordSimulator simulator =
                started(DiscordSimulator.Settings.of(now).withPort(options.port).withClock(clock));
        try {
            scenario.ifPresent(simulator::order);
        } catch (IllegalArgumentException wrong) {
            simulator.close();
            throw new IllegalArgumentException(
                    "faults file " + options.faults.orElseThrow() + ": " + wrong.getMessage(), wrong);
        }
        clock.run(options.speed);
        announce(simulator, options, out);
        return simulator;
    }

    private static DiscordSimulator started(DiscordSimulator.Settings settings) throws IOException {
        try {
            return DiscordSimulator.start(settings);
        } catch (BindException taken) {
            throw new IllegalArgumentException(
                    "port " + settings.port() + " is taken; give another, or 0 for a free one", taken);
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

    private static void announce(DiscordSimulator simulator, Options options, Consumer<String> out) {
        out.accept("Discord simulator: one guild, channel " + DiscordSimulator.CHANNEL);
        out.accept("notifications.discord.api_base_url: " + simulator.baseUrl());
        out.accept("notifications.discord.channel_id: " + DiscordSimulator.CHANNEL);
        out.accept("token: " + DiscordSimulator.TOKEN);
        out.accept("control: " + simulator.controlUrl() + "/messages, /faults, /clock, /requests");
        out.accept("clock: " + simulator.clock().instant() + ", "
                + (options.speed == 0 ? "standing" : options.speed + " seconds a second"));
    }
}
