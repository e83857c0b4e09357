package io.dgas.adapter.web.page;

/** Ends an answer by telling the reader why nothing else can be shown. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.explanation());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
