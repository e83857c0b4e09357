package io.dgas.adapter.postgres;

import io.dgas.domain.market.Instrument;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The numbers by which rows name their instruments. */
final class SymbolIds {

    private static final String REGISTER = """
            insert into market_symbols (symbol, is_active)
            select given, ? from unnest(?) as given
            where not exists (select from market_symbols where symbol = given)
            on conflict do nothing""";

    /** Those that were registered by their splits and dividends. */
    private static final String ACTIVATE_WAITING = """
            update market_symbols set is_active = true
            where symbol = any (?) and not is_active
              and not exists (select from market_data where symbol_id = market_symbols.id)
              and exists (select from corporate_actions where symbol_id = market_symbols.id)""";

    private static final String LOOK_UP = "select symbol, id from market_symbols where symbol = any (?)";

    private SymbolIds() {}

    /**
     * The numbers of instruments that get bars. Those not known are registered as active; those that had waited for their
     * first bars become so.
     */
    static Map<Instrument, Integer> ofBars(Connection connection, Set<Instrument> instruments) throws SQLException {
        Array symbols = array(connection, instruments);
        register(connection, symbols, true);
        try (PreparedStatement activate = connection.prepareStatement(ACTIVATE_WAITING)) {
            activate.setArray(1, symbols);
            activate.executeUpdate();
        }
        return lookUp(connection, symbols);
    }

    /** The numbers of instruments that get splits or dividends. Those not known are registered, to wait for their bars. */
    static Map<Instrument, Integer> ofActions(Connection connection, Set<Instrument> instruments) throws SQLException {
        Array symbols = array(connection, instruments);
        register(connection, symbols, false);
        return lookUp(connection, symbols);
    }

    /**
     * The numbers of instruments that must be known.
     *
     * @throws IllegalArgumentException naming those that are not
     */
    static Map<Instrument, Integer> ofKnown(Connection connection, Set<Instrument> instruments) throws SQLException {
        Map<Instrument, Integer> ids = lookUp(connection, array(connection, instruments));
        Set<Instrument> unknown = new TreeSet<>(instruments);
        unknown.removeAll(ids.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("not in the universe: "
                    + unknown.stream().map(Instrument::symbol).collect(Collectors.joining(" ")));
        }
        return ids;
    }

    /** The numbers of instruments that are told of. Those not known are registered, inactive. */
    static Map<Instrument, Integer> ofListed(Connection connection, Set<Instrument> instruments) throws SQLException {
        return ofActions(connection, instruments);
    }

    private static Array array(Connection connection, Set<Instrument> instruments) throws SQLException {
        return connection.createArrayOf(
                "text", instruments.stream().map(Instrument::symbol).sorted().toArray());
    }

    private static void register(Connection connection, Array symbols, boolean active) throws SQLException {
        try (PreparedStatement register = connection.prepareStatement(REGISTER)) {
            register.setBoolean(1, active);
            register.setArray(2, symbols);
            register.executeUpdate();
        }
    }

    private static Map<Instrument, Integer> lookUp(Connection connection, Array symbols) throws SQLException {
        Map<Instrument, Integer> ids = new HashMap<>();
        try (PreparedStatement lookUp = connection.prepareStatement(LOOK_UP)) {
            lookUp.setArray(1, symbols);
            try (ResultSet found = lookUp.executeQuery()) {
                while (found.next()) {
                    ids.put(new Instrument(found.getString(1)), found.getInt(2));
                }
            }
        }
        return ids;
    }
}
