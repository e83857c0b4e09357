package io.dgas.app.wiring;

import io.dgas.adapter.eodhd.Sleeper;
import io.dgas.app.exit.OutsideUnreachable;
import io.dgas.app.watchdog.Turn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The time that services live in: this machine's, or for demonstrations that of a simulator, which may run faster. A
 * simulator is asked once; after that its time is reckoned. A loop of a service that asks for the time goes on.
 *
 * @param sleeper lets it pass
 * @param speed how much of it passes in a second
 * @param uptime nanoseconds of it, from whatever beginning, which setting the clock does not change
 */
public record ServiceTime(InstantSource clock, Sleeper sleeper, double speed, LongSupplier uptime) implements Sleeper {

    /** A clock that stands is waited for as if it went so fast. */
    private static final double SLOWEST = 0.001;

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    public ServiceTime {
        InstantSource unwatched = clock;
        clock = () -> {
            Turn.noted();
            return unwatched.instant();
        };
    }

    /** Time that passes as everywhere. */
    public ServiceTime(InstantSource clock, Sleeper sleeper) {
        this(clock, sleeper, 1);
    }

    /** Time by a clock that nobody sets. */
    public ServiceTime(InstantSource clock, Sleeper sleeper, double speed) {
        this(
                clock,
                sleeper,
                speed,
                () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
    }

    /** As the settings say. */
    public static ServiceTime of(Installation installation) {
        return installation
                .settings()
                .simulation()
                .clockUrl()
                .map(ServiceTime::simulated)
                .orElseGet(() -> of(installation.clock()));
    }

    /** This machine's clock alone can be set by others. */
    private static ServiceTime of(InstantSource clock) {
        return clock.equals(InstantSource.system())
                ? new ServiceTime(clock, Thread::sleep, 1, System::nanoTime)
                : new ServiceTime(clock, Thread::sleep);
    }

    private static ServiceTime simulated(URI address) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            long asked = System.nanoTime();
            JsonNode told = JsonMapper.shared().readTree(body);
            Instant start = Instant.parse(told.path("now").asString(""));
            double speed = told.path("speed").asDouble(1);
            return new ServiceTime(
                    () -> start.plusNanos((long) ((System.nanoTime() - asked) * speed)),
                    duration -> Thread.sleep(Duration.ofNanos((long) (duration.toNanos() / Math.max(speed, SLOWEST)))),
                    speed);
        } catch (IOException | RuntimeException unreadable) {
            throw new OutsideUnreachable(
                    "the simulator's clock (simulation.clock_url) cannot be read at " + address
                            + "; start it with 'dgas simulator eodhd', or remove the setting",
                    unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OutsideUnreachable("interrupted while reading the simulator's clock", stopped);
        }
    }

    /** How much of it passes while this passes on the clock on the wall; never less than that. */
    public Duration during(Duration real) {
        return Duration.ofNanos((long) (real.toNanos() * Math.max(1, speed)));
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        sleeper.sleep(duration);
    }
}
