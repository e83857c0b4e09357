package io.dgas.application.prediction;

import io.dgas.domain.bar.Adjustment;
import io.dgas.domain.signal.ProtectionRule;
import io.dgas.domain.timeframe.Timeframes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What shapes decisions beside the bars.
 *
 * @param historyBars trading bars that a decision looks at, the newest ones
 * @param staleAfterSessions sessions, or bars where they are longer, that a series may lag behind before it is stale
 * @param protection must say all its parameters in its text form, which enters the hash
 */
public record DecisionSettings(
        int historyBars,
        int staleAfterSessions,
        Adjustment adjustment,
        ProtectionRule protection,
        String engineVersion) {

    public DecisionSettings {
        if (historyBars < 50) {
            throw new IllegalArgumentException("a decision needs a history of 50 bars or more, got " + historyBars);
        }
        if (staleAfterSessions < 0) {
            throw new IllegalArgumentException("sessions of delay cannot be fewer than 0: " + staleAfterSessions);
        }
    }

    /** A short hash of everything here and of the timeframes, which together shape decisions. */
    String hash(Timeframes timeframes) {
        String shape = String.join(
                "|",
                engineVersion,
                timeframes.trading().code(),
                timeframes.higher().toString(),
                Integer.toString(historyBars),
                Integer.toString(staleAfterSessions),
                adjustment.name(),
                protection.toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(shape.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
