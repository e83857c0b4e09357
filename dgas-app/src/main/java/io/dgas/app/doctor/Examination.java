package io.dgas.app.doctor;

import java.util.List;
import java.util.function.Consumer;

/** Looks at subjects that belong together. What it throws is a fault of the first subject that it has not told of. */
interface Examination {

    /** What it looks at, in this order. */
    List<Subject> subjects();

    /** Tells of a subject as soon as it is known; one that does not apply need not be told of. */
    void look(Consumer<Diagnosis> found);
}
