package io.dgas.adapter.web.system;

import io.dgas.application.port.out.AlertBook.StoredAlert;
import java.util.List;

/**
 * What is and was amiss.
 *
 * @param inForce the oldest first
 * @param over the newest first
 */
public record Alerts(List<StoredAlert> inForce, List<StoredAlert> over) {

    public Alerts {
        inForce = List.copyOf(inForce);
        over = List.copyOf(over);
    }
}
