package io.dgas.adapter.eodhd.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the other end is still there: anything that comes after a ping says so. */
final class Liveness {

    /** What a look at the clock asks for. */
    enum Due {
        NOTHING,
        PING,
        GIVE_UP
    }

    private final StreamRules.Patience patience;
    private Instant nextPing = Instant.MIN;
    private @Nullable Instant answerBy;

    Liveness(StreamRules.Patience patience) {
        this.patience = patience;
    }

    void begin(Instant now) {
        nextPing = now.plus(patience.pinging());
        answerBy = null;
    }

    void heard() {
        answerBy = null;
    }

    boolean isAnswerOwed() {
        return answerBy != null;
    }

    Due due(Instant now) {
        if (answerBy != null) {
            return now.isBefore(answerBy) ? Due.NOTHING : Due.GIVE_UP;
        }
        if (now.isBefore(nextPing)) {
            return Due.NOTHING;
        }
        nextPing = now.plus(patience.pinging());
        answerBy = now.plus(patience.pong());
        return Due.PING;
    }
}
