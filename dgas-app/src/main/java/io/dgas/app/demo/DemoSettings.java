package io.dgas.app.demo;

import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.discord.DiscordSimulator;
import java.util.Locale;

/** The settings of a demonstration, as a file that other commands can be given. */
final class DemoSettings {

    /** Enough for a first decision soon. */
    private static final int HISTORY_DAYS = 30;

    private DemoSettings() {}

    static String text(EodhdSimulator vendor, DiscordSimulator discord, int port) {
        return String.format(
                Locale.ROOT,
                """
                # The settings of a demonstration. Its vendor and its Discord are simulators on this machine; tokens are theirs.
                eodhd:
                  api_token: %s
                  base_url: %s
                  websocket_url: %s
                  websocket_symbols: %d
                data_collection:
                  enabled: true
                  requests_per_minute: 10000
                  max_concurrent_batches: 2
                  history_days: %d
                scheduler:
                  htf_interval: 1d
                notifications:
                  discord:
                    enabled: true
                    bot_token: %s
                    channel_id: "%s"
                    api_base_url: %s
                dashboard:
                  port: %d
                simulation:
                  clock_url: %s/clock
                """,
                EodhdSimulator.TOKEN,
                vendor.baseUrl(),
                vendor.websocketUrl(),
                vendor.truth().tickers().size(),
                HISTORY_DAYS,
                DiscordSimulator.TOKEN,
                DiscordSimulator.CHANNEL,
                discord.baseUrl(),
                port,
                vendor.controlUrl());
    }
}
