package io.dgas.app.settings;

import java.net.URI;
import java.util.Optional;

/** The market data vendor. */
public record EodhdSettings(
        @Setting(doc = "The API token; best left to the environment.", variable = "EODHD_API_TOKEN")
        Optional<Secret> apiToken,

        @Setting(doc = "Where the REST API is; a simulator's address for tests.", byDefault = "https://eodhd.com/api")
        URI baseUrl,

        @Setting(
                doc = "Where the live trades are; a simulator's address for tests.",
                byDefault = "wss://ws.eodhistoricaldata.com/ws")
        URI websocketUrl,

        @Setting(doc = "Symbols that the plan allows on live trades.", byDefault = "50", min = 0, max = 10_000)
        int websocketSymbols,

        @Setting(doc = "Calls that the plan allows a day.", byDefault = "100000", min = 1, max = 100_000_000)
        int callsPerDay) {}
