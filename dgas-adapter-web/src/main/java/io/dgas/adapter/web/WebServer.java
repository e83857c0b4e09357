package io.dgas.adapter.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.util.JavalinBindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A web server for readers on this machine. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Javalin server;
    private final WebAddress address;

    private WebServer(Javalin server, WebAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts one.
     *
     * @throws AddressInUseException when somebody else listens there
     */
    public static WebServer start(WebAddress address, List<Routes> routes) {
        Javalin server = Javalin.create(config -> configure(config, address, routes));
        try {
            return new WebServer(server.start(), address);
        } catch (JavalinBindException taken) {
            server.stop();
            throw new AddressInUseException(address, taken);
        }
    }

    private static void configure(JavalinConfig config, WebAddress address, List<Routes> routes) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.host = address.host();
        config.jetty.port = address.port();
        config.routes.before(WebServer::guard);
        config.routes.wsBeforeUpgrade(WebServer::guard);
        config.routes.exception(RuntimeException.class, WebServer::failed);
        routes.forEach(each -> each.addTo(config.routes));
    }

    /** A page of a stranger that has its own name point here is refused: the browser tells which name it believes in. */
    private static void guard(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cache-Control", "no-store");
        String host = context.host();
        if (host == null || !isLoopbackName(host) || !isOwnPage(context)) {
            throw new ForbiddenResponse("this server answers to the names of its own machine only");
        }
    }

    private static boolean isOwnPage(Context context) {
        String origin = context.header("Origin");
        return origin == null || origin.equals(context.scheme() + "://" + context.host());
    }

    private static boolean isLoopbackName(String host) {
        String name = host.replaceFirst(":\\d+$", "");
        return name.equals("localhost") || isLoopbackLiteral(name);
    }

    /** Names are not looked up: whoever owns a name decides where it points. */
    private static boolean isLoopbackLiteral(String name) {
        if (!name.matches("[0-9.]+|\\[[0-9a-fA-F:.]+]")) {
            return false;
        }
        try {
            return InetAddress.getByName(name).isLoopbackAddress();
        } catch (UnknownHostException unreadable) {
            return false;
        }
    }

    /** The reader learns that it failed, the log learns why. */
    private static void failed(RuntimeException failure, Context context) {
        LOG.warn("{} failed", context.path(), failure);
        context.status(500).result("this failed; the log of the service says why");
    }

    /** Where it is, for browsers. */
    public String url() {
        String host = address.host().contains(":") ? "[" + address.host() + "]" : address.host();
        return "http://" + host + ":" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
