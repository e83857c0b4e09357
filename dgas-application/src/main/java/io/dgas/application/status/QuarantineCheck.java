package io.dgas.application.status;

import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.out.collection.QuarantineRepository;
import java.time.Instant;
import java.util.List;

/** Whether symbols are set aside, of which no signal is issued. */
public record QuarantineCheck(QuarantineRepository quarantines) implements ComponentCheck {

    private static final int NAMED = 5;

    @Override
    public String component() {
        return "quarantine";
    }

    @Override
    public ComponentStatus at(Instant now) {
        List<String> aside = quarantines.inForce(now).stream()
                .map(quarantine -> quarantine.jump().instrument().symbol())
                .distinct()
                .toList();
        return aside.isEmpty()
                ? ComponentStatus.ok(component(), "no symbol is set aside")
                : ComponentStatus.warning(
                        component(),
                        aside.size() + " set aside for a jump that no split explains: "
                                + String.join(" ", aside.stream().limit(NAMED).toList())
                                + (aside.size() > NAMED ? " ..." : "")
                                + "; 'dgas data quality-report' tells of them");
    }
}
