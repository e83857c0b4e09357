package io.dgas.adapter.web.health;

import io.dgas.adapter.web.Routes;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.in.status.Verdict;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /health/live} and {@code /health/ready}: 200 while nothing is failing, else 503; what was found as JSON either way.
 *
 * @param live whether restarting the service would help when it fails
 * @param ready whether it does what it is for
 */
public record HealthRoutes(Supplier<SystemStatus> live, Supplier<SystemStatus> ready) implements Routes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Document(String at, String verdict, List<Component> components) {

        private record Component(String component, String verdict, String reason) {

            static Component of(ComponentStatus status) {
                return new Component(status.component(), word(status.verdict()), status.reason());
            }
        }

        static Document of(SystemStatus status) {
            return new Document(
                    status.at().toString(),
                    word(status.verdict()),
                    status.components().stream().map(Component::of).toList());
        }

        private static String word(Verdict verdict) {
            return verdict.name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", context -> tell(live.get(), context));
        routes.get("/health/ready", context -> tell(ready.get(), context));
    }

    private static void tell(SystemStatus status, Context context) {
        context.status(status.verdict() == Verdict.FAILING ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .contentType("application/json")
                .result(JSON.writeValueAsString(Document.of(status)));
    }
}
