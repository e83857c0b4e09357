package io.dgas.application.port.out.notice;

import java.time.Duration;
import java.util.Optional;

/** What came of one try to tell a notice. No text in here holds a credential. */
public sealed interface Sending {

    /**
     * It is there, once, be it by this try or by an earlier one.
     *
     * @param receipt the channel's own id of the message; empty where it gives none
     * @param remark what the channel does not show as it was written, and why, for people; empty where it shows all of it
     */
    record Delivered(String receipt, Optional<String> remark) implements Sending {

        /** It is there as it was written. */
        public Delivered(String receipt) {
            this(receipt, Optional.empty());
        }
    }

    /** It is certainly not there, and the channel wants silence for a while; this is nobody's failure. */
    record Later(Duration pause, String why) implements Sending {}

    /** It is certainly not there; to be tried again. */
    record Failed(String why) implements Sending {}

    /** It may be there or not: no answer came, or none that tells. To be tried again while the channel knows repeats. */
    record Unknown(String why) implements Sending {}

    /** The channel will never take this notice; others it may. */
    record Refused(String why) implements Sending {}

    /** The channel takes nothing from us: it does not exist, or we may not. Asking again before a change is no use. */
    record Closed(String why) implements Sending {}

    /** The credential is not accepted. Nothing may be sent with it any more. */
    record Unauthorised(String why) implements Sending {}
}
