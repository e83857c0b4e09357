package io.dgas.app.csv;

import io.dgas.domain.bar.CorporateAction;
import java.util.List;

/** One way of writing corporate actions in rows. */
interface ActionLayout {

    /** Rows above the first of data. */
    int headerRows();

    /**
     * The actions that a row tells, often none.
     *
     * @param rows of the whole file, the header included
     * @throws IllegalArgumentException saying what is wrong with the row
     */
    List<CorporateAction> actionsOf(List<List<String>> rows, int row);

    /** What the user should know about this way of writing. */
    List<String> notes(List<CorporateAction> actions);
}
