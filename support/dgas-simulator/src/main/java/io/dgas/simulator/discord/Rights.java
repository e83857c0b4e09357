package io.dgas.simulator.discord;

import io.dgas.simulator.discord.fault.Fault;
import io.dgas.simulator.discord.fault.FaultKind;
import io.dgas.simulator.discord.fault.Faults;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a bot may do in a channel: everything, but what was revoked. */
final class Rights {

    private final Rooms rooms;
    private final Faults faults;

    Rights(Rooms rooms, Faults faults) {
        this.rooms = rooms;
        this.faults = faults;
    }

    Set<Permission> of(Call call) {
        Set<Permission> granted = EnumSet.allOf(Permission.class);
        for (Fault fault : lasting(FaultKind.PERMISSION_REVOKED, call)) {
            granted.remove(Permission.named(fault.particulars().words().permission()));
        }
        return granted;
    }

    List<Fault> lasting(FaultKind kind, Call call) {
        return faults.lasting(kind, call.place());
    }

    /** The refusal where there is no such channel, or it cannot be seen. */
    Optional<Answer> missing(Call call) {
        String channel = call.target().channel();
        if (!channel.matches("\\d{1,20}")) {
            return Optional.of(FormErrors.notSnowflake("channel_id", channel));
        }
        if (rooms.type(channel).isEmpty()) {
            return Optional.of(Answer.unknownChannel());
        }
        return of(call).contains(Permission.VIEW_CHANNEL) ? Optional.empty() : Optional.of(Answer.missingAccess());
    }
}
