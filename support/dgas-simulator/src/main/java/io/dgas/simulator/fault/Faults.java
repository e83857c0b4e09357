package io.dgas.simulator.fault;

import io.dgas.simulator.steering.ArmedFaults;
import io.dgas.simulator.steering.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The faults in force, by the occasions on which they strike and by what they have made of companies. */
public final class Faults extends ArmedFaults<Fault, Fault.Place> {

    public Faults() {
        super(FaultReader::fault);
    }

    /** Whether any fault waits for this occasion; cheap enough to ask for each of millions of trades. */
    public boolean await(Occasion occasion) {
        return any(fault -> fault.kind().occasion() == occasion);
    }

    /** Counts the occasion for each fault that covers it until one fires. */
    public Optional<Fault> next(Occasion occasion, Fault.Place place) {
        return next(occasion, place, kind -> true);
    }

    /** Like {@link #next(Occasion, Fault.Place)}, among those faults whose kind can strike there. */
    public Optional<Fault> next(Occasion occasion, Fault.Place place, Predicate<FaultKind> possible) {
        return first(place, fault -> fault.kind().occasion() == occasion && possible.test(fault.kind()));
    }

    /** The first fault of the kind that lasts at the place, whatever has been counted. */
    public Optional<Fault> lasting(FaultKind kind, Fault.Place place) {
        return first(place, fault -> fault.kind() == kind);
    }

    /** The ticker under which a company was known whose new name this is; empty for a ticker that is no new name. */
    public Optional<String> formerName(String ticker, Instant now) {
        return renamed(now)
                .filter(fault -> fault.particulars().as().equals(ticker))
                .map(fault -> fault.match().symbol())
                .findFirst();
    }

    /** The tickers that others are known under by now. */
    public List<String> newNames(Instant now) {
        return renamed(now).map(fault -> fault.particulars().as()).toList();
    }

    private Stream<Fault> renamed(Instant now) {
        return all().filter(fault -> fault.kind() == FaultKind.RENAMED)
                .filter(fault -> fault.match().window().contains(now));
    }

    /** The first fault of a connection whose window has opened by now with its first strike still to come. */
    public Optional<Fault> due(Fault.Place place) {
        return fresh(
                place,
                fault -> fault.kind().occasion() == Occasion.CONNECTION
                        && !fault.match().window().equals(Window.ALWAYS));
    }
}
