package io.dgas.app.data;

import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.Output;
import io.dgas.application.recorded.InputProblem;
import java.util.List;

/** Tells what is wrong with files: as much as one reads, and how much there is. */
final class Problems {

    private static final int SHOWN = 20;

    private final List<InputProblem> problems;

    Problems(List<InputProblem> problems) {
        this.problems = problems;
    }

    void show(Output output) {
        problems.stream().limit(SHOWN).forEach(problem -> output.note(problem.toString()));
        if (problems.size() > SHOWN) {
            output.note("and " + Numbers.text(problems.size() - SHOWN) + " more; --json lists all");
        }
    }

    /** That these problems kept everything from being imported. */
    WorkFailed stoppedAll() {
        String what = Numbers.count(problems.size(), "problem") + " in "
                + Numbers.count(
                        problems.stream().map(InputProblem::file).distinct().count(), "file");
        return new WorkFailed("nothing was imported: " + what + "; mend them, or import the rest with --skip-bad");
    }

    /** What was left out of an import that skipped bad rows. */
    String leftOut() {
        return "left out for " + Numbers.count(problems.size(), "problem");
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }
}
