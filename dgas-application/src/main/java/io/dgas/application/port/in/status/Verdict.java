package io.dgas.application.port.in.status;

/** How a component stands, from good to bad. */
public enum Verdict {
    /** As it should be. */
    OK,
    /** Not looked at, since what tells is away. */
    UNKNOWN,
    /** Works, and somebody should look at it soon. */
    WARNING,
    /** Does not do what it is for. */
    FAILING
}
