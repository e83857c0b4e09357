package io.dgas.app.doctor;

import io.dgas.app.environment.PortHolder;
import io.dgas.app.settings.DashboardSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether the dashboard's port is to be had. */
record PortExamination(DashboardSettings settings) implements Examination {

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.DASHBOARD_PORT);
    }

    @Override
    public void look(Consumer<Diagnosis> found) {
        found.accept(port());
    }

    private Diagnosis port() {
        String place = settings.host() + ":" + settings.port();
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.host(), settings.port()));
            return Diagnosis.ok(Subject.DASHBOARD_PORT, place + " is free");
        } catch (IOException taken) {
            return taken(place, String.valueOf(taken.getMessage()));
        }
    }

    private Diagnosis taken(String place, String why) {
        Optional<PortHolder> holder = PortHolder.of(settings.port());
        if (holder.filter(PortHolder::isDgas).isPresent()) {
            return Diagnosis.ok(Subject.DASHBOARD_PORT, place + " is used by " + holder.get());
        }
        return Diagnosis.warning(
                Subject.DASHBOARD_PORT,
                place + ": " + why + holder.map(who -> ", it is used by " + who).orElse(""),
                "set dashboard.port to another one (DGAS_DASHBOARD_PORT), or end what uses it");
    }
}
