package io.dgas.app.service;

import io.dgas.application.port.out.StorageException;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import io.dgas.application.recovery.PostMortem;
import io.dgas.application.recovery.Recovery;
import io.dgas.application.recovery.UncleanEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a service says of the unclean end of the one before it: in the log, and in its detail, where the
 * last one stays until the next. Used by one thread at a time.
 */
final class Aftermath {

    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

    /** Its name in the detail of a service. */
    static final String LAST = "last unclean end";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final Optional<PostMortem> postMortem;
    private final Optional<Object> earlier;
    private long nextLook = System.nanoTime();

    private Aftermath(Optional<PostMortem> postMortem, Optional<Object> earlier) {
        this.postMortem = postMortem;
        this.earlier = earlier;
    }

    /** Before anything was there. */
    static Aftermath none() {
        return new Aftermath(Optional.empty(), Optional.empty());
    }

    /**
     * Tells of the end of the one before, where that was unclean.
     *
     * @param recoveries what it left behind
     */
    static Aftermath of(KeptService service, Instant now, Function<UncleanEnd, List<Recovery>> recoveries) {
        Optional<UncleanEnd> end = service.before().flatMap(before -> UncleanEnd.of(before, now));
        Optional<PostMortem> postMortem = end.map(ended -> new PostMortem(ended, found(recoveries, ended)));
        Optional<Object> earlier = service.before().map(ServiceStatus::detail).map(detail -> detail.get(LAST));
        Aftermath aftermath = new Aftermath(postMortem, earlier);
        postMortem.ifPresent(told -> LOG.warn("{}", told.report(service.toString())));
        return aftermath;
    }

    /** A start never fails for what is only to be told. */
    private static List<Recovery> found(Function<UncleanEnd, List<Recovery>> recoveries, UncleanEnd end) {
        try {
            return recoveries.apply(end);
        } catch (StorageException | IllegalArgumentException | IllegalStateException untold) {
            LOG.warn("what the unclean end left behind cannot be told: {}", untold.getMessage());
            return List.of();
        }
    }

    /** Looks now and then what has come of it. Throws {@link StorageException}. */
    void look(Instant now) {
        if (postMortem.isPresent() && System.nanoTime() - nextLook >= 0) {
            nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
            outcome(postMortem.get(), now).ifPresent(told -> LOG.warn("{}", told));
        }
    }

    /** A service never ends for what is only to be told. */
    private static Optional<String> outcome(PostMortem postMortem, Instant now) {
        try {
            return postMortem.look(now);
        } catch (IllegalArgumentException | IllegalStateException untold) {
            LOG.warn("what came of the unclean end cannot be told: {}", untold.getMessage());
            return Optional.empty();
        }
    }

    /** The detail of the service and this. */
    Map<String, Object> in(Map<String, Object> detail) {
        Map<String, Object> all = new LinkedHashMap<>(detail);
        postMortem.<Object>map(PostMortem::document).or(() -> earlier).ifPresent(last -> all.put(LAST, last));
        return all;
    }
}
