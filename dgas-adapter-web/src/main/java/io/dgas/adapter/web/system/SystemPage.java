package io.dgas.adapter.web.system;

import io.dgas.adapter.web.live.Live;
import io.dgas.adapter.web.page.Fragment;
import io.dgas.adapter.web.page.Frame;
import io.dgas.adapter.web.page.Page;
import io.dgas.adapter.web.page.Place;
import io.dgas.adapter.web.page.Problem;
import io.dgas.adapter.web.page.ProblemException;
import io.dgas.adapter.web.page.View;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.out.notice.Parcel;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How the system stands, in full, at {@code /system}; what changes is pushed. Safe for threads. */
public final class SystemPage implements Page {

    private static final Place PLACE = new Place("System", "/system");
    private static final Fragment READING = new Fragment("overview/reading.jte", Map.of());

    private final Live live;
    private final Asked asked;

    /**
     * What is read when somebody looks.
     *
     * @param log its newest lines, without secrets
     */
    public record Asked(Supplier<Installed> installed, Supplier<List<String>> log, AlertDesk desk) {}

    public SystemPage(Live live, Asked asked) {
        this.live = live;
        this.asked = asked;
    }

    public void show(SystemStatus status) {
        live.show("components", new Fragment("system/components.jte", Map.of("status", status)).html());
    }

    public void show(Alerts alerts) {
        live.show("alerts", new Fragment("system/alerts.jte", Map.of("alerts", alerts)).html());
    }

    public void show(Cycles cycles) {
        live.show("phases", new Fragment("system/cycles.jte", Map.of("cycles", cycles)).html());
    }

    /** Shows what became of the notices of the last day, and those that still wait. */
    public void show(Map<Parcel.State, Integer> counts, List<Parcel> waiting) {
        live.show("delivery", new Fragment("system/delivery.jte", Map.of("counts", counts, "waiting", waiting)).html());
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(PLACE);
    }

    @Override
    public void addTo(RoutesConfig routes, Frame frame) {
        routes.get(PLACE.path(), context -> frame.show(context, view(context)));
        routes.get(PLACE.path() + "/log", context -> frame.show(context, log()));
        routes.post(PLACE.path() + "/alerts", this::acknowledge);
    }

    private View view(Context context) {
        Optional<String> formToken = Optional.ofNullable(context.attribute(Frame.SIGNED_IN));
        Map<String, Object> parts = Map.of(
                "components", live.part("components", READING),
                "alerts", live.part("alerts", READING),
                "cycles", live.part("phases", READING),
                "delivery", live.part("delivery", READING),
                "log", log(),
                "installed", asked.installed().get(),
                "formToken", formToken.orElse(""));
        return new View(PLACE.name(), PLACE.path(), new Fragment("system/page.jte", parts));
    }

    private Fragment log() {
        return new Fragment("system/log.jte", Map.of("lines", asked.log().get()));
    }

    private void acknowledge(Context context) {
        String given = String.valueOf(context.formParam("alert"));
        if (!given.matches("\\d{1,18}")) {
            throw new ProblemException(Problem.badInput("An alert is named by its number, not by '" + given + "'."));
        }
        boolean isInForce = asked.desk().acknowledge(Long.parseLong(given));
        show(asked.desk().alerts());
        if (!isInForce) {
            throw new ProblemException(Problem.notFound(
                    "No alert " + given + " is in force; it may be over by now, which the page of the system shows."));
        }
        context.redirect(PLACE.path() + "#alerts", HttpStatus.SEE_OTHER);
    }
}
