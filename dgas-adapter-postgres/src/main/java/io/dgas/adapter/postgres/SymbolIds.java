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

/** The numbers by which rows name their instruments. */
final class SymbolIds {

    private static final String REGISTER = """
            insert into market_symbols (symbol)
            select given from unnest(?) as given
            where not exists (select from market_symbols where symbol = given)
            on conflict do nothing""";

    private static final String LOOK_UP = "select symbol, id from market_symbols where symbol = any (?)";

    private SymbolIds() {}

    /** The number of each instrument; those not known are registered as active. */
    static Map<Instrument, Integer> registering(Connection connection, Set<Instrument> instruments)
            throws SQLException {
        Array symbols = connection.createArrayOf(
                "text", instruments.stream().map(Instrument::symbol).sorted().toArray());
        try (PreparedStatement register = connection.prepareStatement(REGISTER)) {
            register.setArray(1, symbols);
            register.executeUpdate();
        }
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
