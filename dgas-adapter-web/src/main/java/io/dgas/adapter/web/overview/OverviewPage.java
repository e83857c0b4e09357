package io.dgas.adapter.web.overview;

import io.dgas.adapter.web.live.Live;
import io.dgas.adapter.web.page.Fragment;
import io.dgas.adapter.web.page.Frame;
import io.dgas.adapter.web.page.Page;
import io.dgas.adapter.web.page.Place;
import io.dgas.adapter.web.page.View;
import io.dgas.application.port.in.DataAge;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.application.port.out.PredictionRuns.RecordedRun;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system at one glance, at {@code /}, in parts that are pushed when they change. Safe for threads. */
public final class OverviewPage implements Page {

    private static final Place PLACE = new Place("Overview", "/");
    private static final Fragment READING = new Fragment("overview/reading.jte", Map.of());
    private static final Fragment NOTHING = new Fragment("overview/nothing.jte", Map.of());

    private final Live live;

    public OverviewPage(Live live) {
        this.live = live;
    }

    /** How the system stands, here and at the top of every page. */
    public void show(SystemStatus status) {
        live.show("moment", new Fragment("page/moment.jte", Map.of("status", status)).html());
        live.show("system", new Fragment("overview/system.jte", Map.of("status", status)).html());
    }

    public void show(DataAge age) {
        live.show("data", new Fragment("overview/data.jte", Map.of("age", age)).html());
    }

    /** Newest first. */
    public void showSignals(List<StoredSignal> signals) {
        live.show("signals", new Fragment("overview/signals.jte", Map.of("signals", signals)).html());
    }

    /** Newest first. */
    public void showCycles(List<RecordedRun> cycles) {
        live.show("cycles", new Fragment("overview/cycles.jte", Map.of("cycles", cycles)).html());
    }

    /** Says from now on why nothing newer can be read; what was read stays. */
    public void showTrouble(String trouble) {
        live.show("trouble", new Fragment("overview/trouble.jte", Map.of("trouble", trouble)).html());
    }

    /** What is shown is as it is. */
    public void endTrouble() {
        live.show("trouble", "");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(PLACE);
    }

    @Override
    public void addTo(RoutesConfig routes, Frame frame) {
        routes.get(PLACE.path(), context -> frame.show(context, view()));
    }

    private View view() {
        Map<String, Object> parts = Map.of(
                "trouble", live.part("trouble", NOTHING),
                "system", live.part("system", READING),
                "data", live.part("data", READING),
                "signals", live.part("signals", READING),
                "cycles", live.part("cycles", READING));
        return new View(PLACE.name(), PLACE.path(), new Fragment("overview/page.jte", parts));
    }
}
