package io.dgas.application.port.out.notice;

import io.dgas.domain.signal.Signal;
import java.util.List;

/** Decides which of the signals that are stored for the first time are to be told, where and until when. Pure. */
@FunctionalInterface
public interface Announcing {

    /** Nobody is told anything. */
    Announcing NOTHING = issued -> List.of();

    List<Announcement> of(List<Signal> issued);
}
