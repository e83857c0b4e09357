package io.dgas.adapter.web.system;

/** Where the page reads alerts, and where it says that somebody has seen one. Throws what storage throws. */
public interface AlertDesk {

    Alerts alerts();

    /** Somebody has seen it. Returns whether there is such an alert in force. */
    boolean acknowledge(long alert);
}
