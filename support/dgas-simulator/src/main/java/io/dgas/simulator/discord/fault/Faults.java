package io.dgas.simulator.discord.fault;

import io.dgas.simulator.steering.ArmedFaults;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults in force, by whether they strike single requests or last. */
public final class Faults extends ArmedFaults<Fault, Fault.Place> {

    public Faults() {
        super(FaultReader::fault);
    }

    /** Counts the request for each fault that covers it, among the kinds that can strike it, until one fires. */
    public Optional<Fault> next(Fault.Place place, Predicate<FaultKind> possible) {
        return first(place, fault -> !fault.kind().lasts() && possible.test(fault.kind()));
    }

    /** All faults of the kind that last at the place. */
    public List<Fault> lasting(FaultKind kind, Fault.Place place) {
        return every(place, fault -> fault.kind() == kind);
    }
}
