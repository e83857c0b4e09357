package io.dgas.application.collection.quality;

import io.dgas.application.port.out.collection.AbsenceReason;
import io.dgas.application.port.out.collection.BarFigures.Accuracy;
import io.dgas.application.port.out.collection.BarFigures.Origin;
import io.dgas.application.port.out.collection.CoverageView.Count;
import io.dgas.application.port.out.collection.CoverageView.Line;
import io.dgas.application.port.out.collection.CoverageView.StrayBar;
import io.dgas.application.port.out.collection.QuarantineRepository.Quarantine;
import io.dgas.domain.market.Instrument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How whole and how good the bars of one instrument are.
 *
 * @param count of bars that are due
 * @param absences bars absent for a known reason; a reason without bars is absent
 * @param sessions that are over
 * @param origins by source
 * @param accuracy by source
 * @param strays stored bars where the calendar expects none
 * @param quarantine in force
 */
public record SymbolQuality(
        Instrument instrument,
        Count count,
        Map<AbsenceReason, Long> absences,
        EndedSessions sessions,
        List<Origin> origins,
        List<Accuracy> accuracy,
        List<StrayBar> strays,
        Optional<Quarantine> quarantine) {

    public SymbolQuality {
        absences = Map.copyOf(absences);
        origins = List.copyOf(origins);
        accuracy = List.copyOf(accuracy);
        strays = List.copyOf(strays);
    }

    /**
     * How the ledger's lines of sessions that are over stand.
     *
     * @param complete how many
     * @param open how many
     * @param givenUp by session
     */
    public record EndedSessions(int complete, int open, List<Line> givenUp) {
        public EndedSessions {
            givenUp = List.copyOf(givenUp);
        }

        public int all() {
            return complete + open + givenUp.size();
        }
    }

    /** Bars that were lost, or that nobody knows about yet. */
    public long missing() {
        return count.unexplained()
                + absences.entrySet().stream()
                        .filter(absence -> absence.getKey().isGap())
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    /** Share of the bars due that are stored or known not to exist, 0 to 1; 1 when none is due. */
    public double completeness() {
        return count.expected() == 0 ? 1 : (double) (count.expected() - missing()) / count.expected();
    }

    public long revised() {
        return origins.stream().mapToLong(Origin::revised).sum();
    }

    public long finalRevised() {
        return origins.stream().mapToLong(Origin::finalRevised).sum();
    }

    /** Provisional bars that a final one differs from in a price. */
    public long differing() {
        return accuracy.stream().mapToLong(Accuracy::differing).sum();
    }

    /** Largest difference of a provisional price, as a share of the final one. */
    public double largest() {
        return accuracy.stream().mapToDouble(Accuracy::largest).max().orElse(0);
    }

    /** Whether anything is not as it should be. */
    public boolean isRemarkable() {
        return missing() > 0
                || !sessions.givenUp().isEmpty()
                || differing() > 0
                || finalRevised() > 0
                || !strays.isEmpty()
                || quarantine.isPresent();
    }
}
