package io.dgas.simulator.socket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The open connections, and who listens to which symbol. */
final class Audience {

    private final Map<Long, Connection> connections = new LinkedHashMap<>();
    private final TreeMap<String, List<Connection>> bySymbol = new TreeMap<>();

    Collection<Connection> connections() {
        return connections.values();
    }

    List<Connection> of(String symbol) {
        return bySymbol.getOrDefault(symbol, List.of());
    }

    /** The symbols that somebody listens to, ascending. */
    Set<String> symbols() {
        return bySymbol.keySet();
    }

    void enter(Connection connection) {
        connections.put(connection.caller().id(), connection);
    }

    void leave(Connection connection) {
        connections.remove(connection.caller().id());
        connection.symbols().forEach(symbol -> drop(connection, symbol));
    }

    void subscribe(Connection connection, String symbol) {
        connection.symbols().add(symbol);
        bySymbol.computeIfAbsent(symbol, none -> new ArrayList<>()).add(connection);
    }

    void unsubscribe(Connection connection, String symbol) {
        if (connection.symbols().remove(symbol)) {
            drop(connection, symbol);
        }
    }

    /** The number of other open connections of the same token on the same endpoint. */
    long companions(String token, String endpoint) {
        return connections.values().stream()
                .filter(each -> each.caller().token().equals(token)
                        && each.caller().endpoint().equals(endpoint))
                .count();
    }

    private void drop(Connection connection, String symbol) {
        List<Connection> listeners = bySymbol.get(symbol);
        if (listeners != null && listeners.remove(connection) && listeners.isEmpty()) {
            bySymbol.remove(symbol);
        }
    }
}
