package io.dgas.adapter.web.page;

import io.dgas.application.port.out.StorageException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong on the way to a page, told in the layout of all. */
record ProblemPages(Frame frame) {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);
    private static final String RETRY_SECONDS = "5";

    void addTo(RoutesConfig routes) {
        routes.exception(ProblemException.class, (told, context) -> frame.show(context, told.problem()));
        routes.exception(StorageException.class, this::away);
        routes.exception(HttpResponseException.class, this::refused);
        routes.exception(RuntimeException.class, this::failed);
    }

    private void away(StorageException away, Context context) {
        context.header("Retry-After", RETRY_SECONDS);
        frame.show(context, Problem.databaseAway(String.valueOf(away.getMessage()), asked(context)));
    }

    private void refused(HttpResponseException refused, Context context) {
        if (refused.getStatus() == HttpStatus.NOT_FOUND.getCode()) {
            frame.show(context, Problem.notFound("Nothing is at " + context.path() + "."));
        } else {
            frame.show(context, Problem.refused(refused.getStatus(), String.valueOf(refused.getMessage())));
        }
    }

    /** The reader learns that it failed, the log learns why. */
    private void failed(RuntimeException failure, Context context) {
        LOG.warn("{} failed", context.path(), failure);
        frame.show(context, Problem.failed(asked(context)));
    }

    /** With one slash at its beginning, since two would lead to another server. */
    private static String asked(Context context) {
        String path = context.path().replaceFirst("^[/\\\\]+", "/");
        String query = context.queryString();
        return query == null ? path : path + "?" + query;
    }
}
