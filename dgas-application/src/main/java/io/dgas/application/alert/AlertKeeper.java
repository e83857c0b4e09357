package io.dgas.application.alert;

import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.AlertBook;
import io.dgas.application.port.out.AlertBook.Finding;
import io.dgas.application.port.out.AlertBook.Severity;
import io.dgas.application.port.out.AlertBook.StoredAlert;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps in the book what is amiss. What cannot be told (unknown) neither begins nor ends anything. Throws
 * {@link io.dgas.application.port.out.StorageException}.
 */
public record AlertKeeper(AlertBook book) {

    /** Notes how the system stands. */
    public void keep(SystemStatus status) {
        Map<String, StoredAlert> inForce = new HashMap<>();
        book.inForce().forEach(alert -> inForce.put(alert.finding().component(), alert));
        for (ComponentStatus component : status.components()) {
            Optional<StoredAlert> alert = Optional.ofNullable(inForce.remove(component.component()));
            keep(component, alert, status.at());
        }
        inForce.values().forEach(gone -> book.end(gone.id(), status.at()));
    }

    private void keep(ComponentStatus component, Optional<StoredAlert> alert, Instant at) {
        switch (component.verdict()) {
            case OK -> alert.ifPresent(over -> book.end(over.id(), at));
            case UNKNOWN -> {
                // nothing is known to have changed
            }
            case WARNING -> keep(finding(component, Severity.WARNING), alert, at);
            case FAILING -> keep(finding(component, Severity.FAILING), alert, at);
        }
    }

    private static Finding finding(ComponentStatus component, Severity severity) {
        return new Finding(component.component(), severity, component.reason());
    }

    private void keep(Finding finding, Optional<StoredAlert> alert, Instant at) {
        alert.ifPresentOrElse(
                kept -> {
                    if (kept.finding().severity() != finding.severity()) {
                        book.change(kept.id(), finding);
                    }
                },
                () -> book.begin(finding, at));
    }
}
