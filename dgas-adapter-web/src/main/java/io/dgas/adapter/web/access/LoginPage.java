package io.dgas.adapter.web.access;

import io.dgas.adapter.web.page.Fragment;
import io.dgas.adapter.web.page.Frame;
import io.dgas.adapter.web.page.Page;
import io.dgas.adapter.web.page.Place;
import io.dgas.adapter.web.page.View;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the password, and lets nobody read who has neither given it nor shows a token. It stands before all other pages
 * and routes of its server.
 */
public final class LoginPage implements Page {

    private static final Logger LOG = LoggerFactory.getLogger(LoginPage.class);

    static final String PATH = "/login";

    private final Credentials credentials;
    private final Cookies cookies;
    private final Sessions sessions;
    private final LoginLimit limit;
    private final FormTokens forms = new FormTokens();

    /** @param isBehindTls whether readers come over https, which a proxy in front ends */
    public LoginPage(Credentials credentials, boolean isBehindTls, InstantSource clock) {
        this.credentials = credentials;
        this.cookies = new Cookies(isBehindTls);
        this.sessions = new Sessions(clock);
        this.limit = new LoginLimit(clock);
    }

    @Override
    public Optional<Place> place() {
        return Optional.empty();
    }

    @Override
    public void addTo(RoutesConfig routes, Frame frame) {
        Gate gate = new Gate(credentials, sessions, new Gate.Forms(forms, cookies));
        routes.before(gate::check);
        routes.wsBeforeUpgrade(gate::check);
        routes.get(PATH, context -> ask(frame, context, Optional.empty()));
        routes.post(PATH, context -> signIn(frame, context));
        routes.post("/logout", this::signOut);
    }

    private void ask(Frame frame, Context context, Optional<String> refusal) {
        LoginForm form = new LoginForm(forms.of(context, cookies), to(context), refusal);
        frame.show(context, new View("Sign in", PATH, new Fragment("access/login.jte", Map.of("form", form))));
    }

    /** Where the reader was going, if that is here. */
    private static String to(Context context) {
        String form = context.formParam("to");
        String to = form == null ? context.queryParam("to") : form;
        return to != null && to.matches("/([^/\\\\].*)?") ? to : "/";
    }

    private void signIn(Frame frame, Context context) {
        String from = cookies.isSecure() ? Visitor.behindProxy(context) : context.ip();
        if (!limit.mayTry(from)) {
            LOG.warn("too many tries to sign in, the last from {}", from);
            context.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header("Retry-After", String.valueOf(LoginLimit.WITHIN.toSeconds()));
            ask(frame, context, Optional.of("There were too many tries; wait five minutes."));
        } else if (isRight(context.formParam("password"))) {
            limit.succeeded(from);
            cookies.keepSession(context, sessions.begin(), Sessions.LONGEST);
            context.redirect(to(context), HttpStatus.SEE_OTHER);
        } else {
            LOG.warn("a wrong password from {}", from);
            context.status(HttpStatus.UNAUTHORIZED);
            ask(frame, context, Optional.of("That is not the password."));
        }
    }

    private boolean isRight(@Nullable String password) {
        return password != null && credentials.password().isOf(password.toCharArray());
    }

    private void signOut(Context context) {
        sessions.end(Cookies.session(context));
        cookies.forgetSession(context);
        context.redirect(PATH, HttpStatus.SEE_OTHER);
    }
}
