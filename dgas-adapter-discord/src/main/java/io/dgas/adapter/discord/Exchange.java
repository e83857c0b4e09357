package io.dgas.adapter.discord;

import java.time.Duration;

/** What came of one request. */
sealed interface Exchange {

    /** An answer, but not one that asks for a pause. */
    record Answered(Answer answer) implements Exchange {}

    /** Nothing was done, and nothing may be asked for so long. */
    record Waiting(Duration pause, String why) implements Exchange {}

    /** It never left. */
    record NotSent(String why) implements Exchange {}

    /** It may have arrived; what came of it is not known. */
    record Lost(String why) implements Exchange {}

    /** There is no token to send it with. */
    record NoToken(String why) implements Exchange {}
}
