package io.dgas.simulator.fault;

import io.dgas.simulator.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** The faults in force, in order; the first that fires on an occasion is the one it suffers. */
public final class Faults {

    private static final class Armed {

        private final Fault fault;
        private final SplittableRandom chance;
        private long seen;
        private long fired;

        Armed(Fault fault, long seed) {
            this.fault = fault;
            this.chance = new SplittableRandom(seed);
        }

        boolean fires(Fault.Place place) {
            return fault.match().covers(place) && strikes();
        }

        boolean strikes() {
            Fault.Chance wanted = fault.match().chance();
            seen++;
            boolean due = seen >= wanted.nth()
                    && fired < wanted.times()
                    && (wanted.probability() >= 1 || chance.nextDouble() < wanted.probability());
            fired += due ? 1 : 0;
            return due;
        }
    }

    private final List<Armed> armed = new CopyOnWriteArrayList<>();
    private long seed = new SplittableRandom().nextLong(1_000_000);

    /** Adds a scenario's faults to those in force; a seed in it is that of the chances of all that are added from now. */
    public synchronized void add(Scenario scenario) {
        scenario.seed().ifPresent(given -> seed = given);
        scenario.faults().forEach(fault -> armed.add(new Armed(fault, seed * 31 + armed.size())));
    }

    public synchronized void clear() {
        armed.clear();
    }

    /** Whether any fault waits for this occasion; cheap enough to ask for each of millions of trades. */
    public boolean await(Occasion occasion) {
        for (Armed candidate : armed) {
            if (candidate.fault.kind().occasion() == occasion) {
                return true;
            }
        }
        return false;
    }

    /** Counts the occasion for each fault that covers it until one fires. */
    public Optional<Fault> next(Occasion occasion, Fault.Place place) {
        return next(occasion, place, kind -> true);
    }

    /** Like {@link #next(Occasion, Fault.Place)}, among those faults whose kind can strike there. */
    public synchronized Optional<Fault> next(Occasion occasion, Fault.Place place, Predicate<FaultKind> possible) {
        for (Armed candidate : armed) {
            FaultKind kind = candidate.fault.kind();
            if (kind.occasion() == occasion && possible.test(kind) && candidate.fires(place)) {
                return Optional.of(candidate.fault);
            }
        }
        return Optional.empty();
    }

    /** The first fault of the kind that lasts at the place, whatever has been counted. */
    public synchronized Optional<Fault> lasting(FaultKind kind, Fault.Place place) {
        for (Armed candidate : armed) {
            if (candidate.fault.kind() == kind && candidate.fault.match().covers(place)) {
                candidate.seen++;
                candidate.fired++;
                return Optional.of(candidate.fault);
            }
        }
        return Optional.empty();
    }

    /** The ticker under which a company was known whose new name this is; empty for a ticker that is no new name. */
    public synchronized Optional<String> formerName(String ticker, Instant now) {
        for (Armed candidate : armed) {
            Fault fault = candidate.fault;
            if (fault.kind() == FaultKind.RENAMED
                    && fault.particulars().as().equals(ticker)
                    && fault.match().window().contains(now)) {
                return Optional.of(fault.match().symbol());
            }
        }
        return Optional.empty();
    }

    /** The tickers that others are known under by now. */
    public synchronized List<String> newNames(Instant now) {
        return armed.stream()
                .map(candidate -> candidate.fault)
                .filter(fault -> fault.kind() == FaultKind.RENAMED)
                .filter(fault -> fault.match().window().contains(now))
                .map(fault -> fault.particulars().as())
                .toList();
    }

    /** The first fault of a connection whose window has opened by now with its first strike still to come. */
    public synchronized Optional<Fault> due(Fault.Place place) {
        for (Armed candidate : armed) {
            Fault.Window window = candidate.fault.match().window();
            if (candidate.fault.kind().occasion() == Occasion.CONNECTION
                    && !window.equals(Fault.Window.ALWAYS)
                    && candidate.seen == 0
                    && candidate.fires(place)) {
                return Optional.of(candidate.fault);
            }
        }
        return Optional.empty();
    }

    /** The seed that replays the chances, and of each fault how many occasions it covered and hit. */
    public synchronized ObjectNode report() {
        ObjectNode report = Json.object().put("seed", seed);
        var list = report.putArray("faults");
        for (Armed each : armed) {
            list.add(Json.object()
                    .put("kind", each.fault.kind().wireName())
                    .put("endpoint", each.fault.match().endpoint())
                    .put("symbol", each.fault.match().symbol())
                    .put("covered", each.seen)
                    .put("fired", each.fired));
        }
        return report;
    }
}
