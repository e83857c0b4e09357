package io.dgas.application.recorded;

import io.dgas.domain.bar.CorporateAction;

/**
 * A corporate action and where it is written.
 *
 * @param line 1 for the first
 */
public record RecordedAction(String file, long line, CorporateAction action) {

    String place() {
        return file + " line " + line;
    }
}
