package io.dgas.adapter.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A web server. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /** Bytes; forms are small. */
    private static final long LARGEST_REQUEST = 64_000;

    private final Javalin server;
    private final WebAddress address;

    private WebServer(Javalin server, WebAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts one for this machine's users, which asks nobody for a login.
     *
     * @throws IllegalArgumentException when others could reach it
     * @throws AddressInUseException when somebody else listens there
     */
    public static WebServer start(WebAddress address, List<Routes> routes) {
        if (!address.isLoopback()) {
            throw new IllegalArgumentException(address.host() + " opens it to the network, and it asks for no login");
        }
        return start(address, HostNames.LOOPBACK, routes);
    }

    /**
     * Starts one that answers to these names; who may read what is the routes' to say.
     *
     * @throws AddressInUseException when somebody else listens there
     */
    public static WebServer start(WebAddress address, HostNames names, List<Routes> routes) {
        Javalin server = Javalin.create(config -> configure(config, address, new Guard(names), routes));
        try {
            return new WebServer(server.start(), address);
        } catch (JavalinBindException taken) {
            server.stop();
            throw new AddressInUseException(address, taken);
        }
    }

    private static void configure(JavalinConfig config, WebAddress address, Guard guard, List<Routes> routes) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.host = address.host();
        config.jetty.port = address.port();
        config.routes.before(guard::check);
        config.routes.wsBeforeUpgrade(guard::check);
        config.routes.exception(RuntimeException.class, WebServer::failed);
        routes.forEach(each -> each.addTo(config.routes));
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
