package io.dgas.app.settings;

import java.util.Optional;

/**
 * Where bars, runs and signals are stored.
 *
 * @param url absent: the private PostgreSQL of this installation
 * @param poolSize connections of one process at most
 */
public record DatabaseSettings(
        @Setting(
                doc = "postgresql://user:password@host:port/database; without it DGAS runs a PostgreSQL of its own.",
                variable = "DGAS_DATABASE_URL")
        Optional<DatabaseUrl> url,

        @Setting(doc = "Connections of one process at most.", byDefault = "10", min = 1, max = 200)
        int poolSize) {}
