package io.dgas.app.service;

import io.dgas.app.output.Output;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceState;
import io.dgas.application.port.out.service.ServiceRegistry.ServiceStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a service stands, as a document for people and for JSON. */
public final class ServiceText {

    /** What the vendor's clock is ahead of ours, in seconds, as data collection tells it. */
    public static final String VENDOR_CLOCK_AHEAD = "vendorClockAheadSeconds";

    private ServiceText() {}

    /** Its headline, and what its holder said last. */
    public static Map<String, Object> document(String name, Optional<ServiceStatus> found) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(name, found.map(ServiceText::headline).orElse("never ran"));
        found.ifPresent(status -> describe(status, document));
        return document;
    }

    private static String headline(ServiceStatus status) {
        if (status.isHeld()) {
            return status.state() == ServiceState.DEGRADED ? "running, with problems" : "running";
        }
        return status.state() == ServiceState.STOPPED ? "stopped" : "not running: it ended without being stopped";
    }

    private static void describe(ServiceStatus status, Map<String, Object> document) {
        document.put("holder", status.holder());
        document.put("since", status.since().toString());
        document.put("last sign of life", status.updatedAt().toString());
        status.stopRequested().ifPresent(when -> document.put("asked to stop", when.toString()));
        document.putAll(status.detail());
    }

    /** Line by line, what is within something indented. */
    public static void show(Map<?, ?> document, Output output) {
        show(document, "", output);
    }

    private static void show(Map<?, ?> document, String indent, Output output) {
        document.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                if (!inner.isEmpty()) {
                    output.line(indent + name + ":");
                    show(inner, indent + "  ", output);
                }
            } else {
                output.line(indent + name + ": " + (value instanceof List<?> list ? joined(list) : value));
            }
        });
    }

    private static String joined(List<?> list) {
        return list.isEmpty()
                ? "none"
                : String.join(" ", list.stream().map(String::valueOf).toList());
    }
}
