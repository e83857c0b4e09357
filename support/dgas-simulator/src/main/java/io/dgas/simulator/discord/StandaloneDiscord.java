package io.dgas.simulator.discord;

import io.dgas.simulator.clock.VirtualClock;
import io.dgas.simulator.steering.Launch;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

/** The simulator of Discord as a program of its own, which any bot can be pointed at. */
public final class StandaloneDiscord {

    private StandaloneDiscord() {}

    /**
     * Starts, and says line by line where it is, which token it takes and what its clock shows.
     *
     * @param now the machine's time, at which its clock starts where the launch names no start
     * @throws IllegalArgumentException with one message that names what cannot be used: the file, the port
     */
    public static DiscordSimulator start(Launch launch, Instant now, Consumer<String> out) throws IOException {
        VirtualClock clock = new VirtualClock(launch.start().orElse(now), 0);
        DiscordSimulator simulator = launch.run(() -> DiscordSimulator.start(
                DiscordSimulator.Settings.of(now).withPort(launch.port()).withClock(clock)));
        out.accept("Discord simulator: one guild, channel " + DiscordSimulator.CHANNEL);
        out.accept("notifications.discord.api_base_url: " + simulator.baseUrl());
        out.accept("notifications.discord.channel_id: " + DiscordSimulator.CHANNEL);
        out.accept("token: " + DiscordSimulator.TOKEN);
        out.accept("control: " + simulator.controlUrl() + "/messages, /faults, /clock, /requests");
        out.accept(launch.clockLine(clock));
        return simulator;
    }
}
