package io.dgas.app.service;

import io.dgas.application.port.out.service.Service;

/**
 * A service and its names.
 *
 * @param words what people call it
 */
public record ServiceName(Service service, String words) {

    public static final ServiceName DATA_COLLECTION = new ServiceName(Service.DATA_COLLECTION, "data collection");
    public static final ServiceName SCHEDULER = new ServiceName(Service.SCHEDULER, "the scheduler");

    public static final ServiceName DASHBOARD = new ServiceName(Service.DASHBOARD, "the dashboard");

    /** The command that stops it. */
    String stopCommand() {
        return "dgas " + service.code() + " stop";
    }

    @Override
    public String toString() {
        return words;
    }
}
