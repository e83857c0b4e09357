package io.dgas.application.collection.fake;

import io.dgas.application.port.out.collection.QuarantineRepository;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Quarantines in memory. */
public final class MemoryQuarantines implements QuarantineRepository {

    private static final Comparator<JumpKey> ORDER =
            Comparator.comparing(JumpKey::instrument).thenComparing(JumpKey::openTime);

    private final Map<JumpKey, Quarantine> all = new TreeMap<>(ORDER);

    @Override
    public List<Quarantine> open(List<Quarantine> quarantines) {
        return quarantines.stream()
                .filter(quarantine -> all.putIfAbsent(quarantine.jump(), quarantine) == null)
                .toList();
    }

    @Override
    public List<Quarantine> lift(List<JumpKey> jumps, String why, Instant at) {
        List<Quarantine> lifted = new ArrayList<>();
        for (JumpKey jump : jumps) {
            Optional.ofNullable(all.get(jump))
                    .filter(quarantine -> quarantine.lifted().isEmpty())
                    .ifPresent(quarantine -> lifted.add(new Quarantine(
                            jump,
                            quarantine.since(),
                            quarantine.ratio(),
                            quarantine.reason(),
                            Optional.of(new Lifting(at, why)))));
        }
        lifted.forEach(quarantine -> all.put(quarantine.jump(), quarantine));
        return lifted;
    }

    @Override
    public List<Quarantine> inForce(Instant at) {
        return all.values().stream()
                .filter(quarantine -> !quarantine.since().isAfter(at))
                .filter(quarantine -> quarantine
                        .lifted()
                        .filter(lifting -> !lifting.at().isAfter(at))
                        .isEmpty())
                .toList();
    }

    @Override
    public List<Quarantine> of(Instrument instrument) {
        return all.values().stream()
                .filter(quarantine -> quarantine.jump().instrument().equals(instrument))
                .toList();
    }
}
