package io.dgas.application.recorded;

import io.dgas.domain.bar.CorporateAction;
import java.util.List;

/**
 * Corporate actions out of files.
 *
 * @param actions at most one of a kind for each instrument and ex-date, in that order
 * @param problems of the rows that cannot be taken, by file and line
 * @param files in the order given
 */
public record AssembledActions(
        List<CorporateAction> actions, List<InputProblem> problems, List<ActionFileReport> files) {

    public AssembledActions {
        actions = List.copyOf(actions);
        problems = List.copyOf(problems);
        files = List.copyOf(files);
    }
}
