package io.dgas.adapter.web.access;

import io.dgas.adapter.web.live.Live;
import io.dgas.adapter.web.page.Frame;
import io.dgas.adapter.web.page.Problem;
import io.dgas.adapter.web.page.ProblemException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Looks at each request before it is answered: who has signed in or shows a token passes. */
record Gate(Credentials credentials, Sessions sessions, Forms forms) {

    private static final String BEARER = "Bearer ";
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    /** What programs of this machine look after the service by. */
    private static final Set<String> LOOKED_AFTER = Set.of("/health/live", "/health/ready", "/metrics");

    /** How forms show that they are ours. */
    record Forms(FormTokens tokens, Cookies cookies) {}

    void check(Context context) {
        Optional<String> bearer = bearer(context);
        if (bearer.isPresent()) {
            checkToken(context, bearer.get());
        } else if (sessions.use(Cookies.session(context))) {
            String session = Cookies.session(context);
            BooleanSupplier stays = () -> sessions.isOpen(session);
            context.attribute(Live.STAYS, stays);
            context.attribute(Frame.SIGNED_IN, forms.tokens().of(context, forms.cookies()));
            checkForm(context);
        } else if (isOpen(context)) {
            context.attribute(Frame.STRANGER, true);
            checkForm(context);
        } else {
            refuse(context);
        }
    }

    private static Optional<String> bearer(Context context) {
        return Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private void checkToken(Context context, String token) {
        if (!credentials.isToken(token)) {
            context.header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            throw refusal(HttpStatus.UNAUTHORIZED, "This token is not known here; 'dgas dashboard token' makes one.");
        }
        if (!READING.contains(context.method())) {
            throw refusal(HttpStatus.FORBIDDEN, "A token may read, nothing else.");
        }
    }

    private void checkForm(Context context) {
        if (!READING.contains(context.method()) && !forms.tokens().isShown(context, forms.cookies())) {
            throw refusal(
                    HttpStatus.FORBIDDEN,
                    "This form is too old, or none of ours; go back, load its page again, and send it again.");
        }
    }

    private static boolean isOpen(Context context) {
        String path = context.path();
        return path.equals(LoginPage.PATH)
                || path.startsWith("/assets/")
                || (LOOKED_AFTER.contains(path) && Visitor.isLocal(context));
    }

    /** Who reads pages is asked to sign in; a program, or a script of a page, is told so. */
    private static void refuse(Context context) {
        context.attribute(Frame.STRANGER, true);
        String accepts = context.header("Accept");
        boolean isPage = accepts != null && accepts.contains("text/html") && READING.contains(context.method());
        if (!isPage || context.header("HX-Request") != null) {
            context.header("WWW-Authenticate", "Bearer").header("HX-Redirect", LoginPage.PATH);
            throw refusal(HttpStatus.UNAUTHORIZED, "Sign in, or show a token (Authorization: Bearer).");
        }
        String query = context.queryString();
        String asked = query == null ? context.path() : context.path() + "?" + query;
        context.redirect(
                LoginPage.PATH + "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8), HttpStatus.SEE_OTHER);
        context.skipRemainingHandlers();
    }

    private static ProblemException refusal(HttpStatus status, String why) {
        return new ProblemException(Problem.refused(status.getCode(), why));
    }
}
