package io.dgas.adapter.web.page;

import java.util.List;

/**
 * Why something cannot be shown, as its reader is told.
 *
 * @param status of HTTP
 * @param title what is the case, in a few words
 * @param explanation what that means and what helps; never a trace of the program
 * @param onwards where the reader may go
 */
public record Problem(int status, String title, String explanation, List<Place> onwards) {

    private static final int BAD_INPUT = 400;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;
    private static final int AWAY = 503;

    private static final Place OVERVIEW = new Place("Overview", "/");

    public Problem {
        onwards = List.copyOf(onwards);
    }

    private Problem(int status, String title, String explanation) {
        this(status, title, explanation, List.of(OVERVIEW));
    }

    /** Something was asked for that does not exist. */
    public static Problem notFound(String explanation) {
        return new Problem(NOT_FOUND, "There is no such thing", explanation);
    }

    /** Something was asked for in a way that makes no sense; the explanation names it and says what would. */
    public static Problem badInput(String explanation) {
        return new Problem(BAD_INPUT, "That cannot be read", explanation);
    }

    static Problem databaseAway(String explanation, String asked) {
        return new Problem(AWAY, "The database is away", explanation, List.of(new Place("Try again", asked), OVERVIEW));
    }

    static Problem failed(String asked) {
        return new Problem(
                FAILED,
                "This failed",
                "The fault is on the side of the program; the log of the service says more.",
                List.of(new Place("Try again", asked), OVERVIEW));
    }

    /** Somebody may not do that. */
    public static Problem refused(int status, String explanation) {
        return new Problem(status, "This was refused", explanation);
    }
}
