package io.dgas.app.wiring;

import io.dgas.adapter.eodhd.ApiToken;
import io.dgas.adapter.eodhd.EodhdClient;
import io.dgas.adapter.eodhd.EodhdHistory;
import io.dgas.adapter.eodhd.EodhdListings;
import io.dgas.adapter.eodhd.EodhdMarketDay;
import io.dgas.adapter.eodhd.EodhdQuotes;
import io.dgas.adapter.eodhd.EodhdSettings;
import io.dgas.adapter.eodhd.Pacing;
import io.dgas.adapter.eodhd.ProcessCallBudget;
import io.dgas.adapter.eodhd.RetryRules;
import io.dgas.adapter.eodhd.stream.EodhdTradeStream;
import io.dgas.adapter.eodhd.stream.StreamRules;
import io.dgas.adapter.eodhd.stream.StreamSettings;
import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.settings.DataCollectionSettings;
import io.dgas.app.settings.Settings;
import io.dgas.application.collection.service.CallMeter;
import io.dgas.application.port.out.vendor.CallBudget;
import io.dgas.application.port.out.vendor.TradeListener;
import io.dgas.application.port.out.vendor.VendorClock;
import io.dgas.application.port.out.vendor.VendorHistory;
import io.dgas.application.port.out.vendor.VendorListings;
import io.dgas.application.port.out.vendor.VendorMarketDay;
import io.dgas.application.port.out.vendor.VendorQuotes;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The vendor of market data, as the settings name it: each of its sides behind a port, within one budget of calls. */
public final class VendorAccess implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(2);
    private static final int LARGEST_BODY = 64 << 20;

    private final HttpClient http;
    private final Settings settings;
    private final ServiceTime time;
    private final ApiToken token;
    private final CallMeter calls;
    private final EodhdClient client;
    private final VendorClock skew;

    /** How patiently it is asked. */
    private record Patience(Duration timeout, RetryRules retries) {

        static Patience of(DataCollectionSettings collection) {
            Duration delay = Duration.ofSeconds(collection.retryDelaySeconds());
            return new Patience(
                    Duration.ofSeconds(collection.requestTimeoutSeconds()),
                    new RetryRules(
                            collection.maxRetries() + 1,
                            delay,
                            delay.compareTo(LONGEST_DELAY) > 0 ? delay : LONGEST_DELAY));
        }

        static Patience once(Duration timeout) {
            return new Patience(timeout, new RetryRules(1, Duration.ZERO, Duration.ZERO));
        }
    }

    /** Asks nothing yet. */
    public VendorAccess(Installation installation, ServiceTime time) {
        this(
                installation,
                time,
                Patience.of(installation.settings().dataCollection()),
                set -> installation
                        .repositories()
                        .collection()
                        .callBudget(
                                set.dataCollection().requestsPerMinute(),
                                set.eodhd().callsPerDay()));
    }

    /** For a look: asks each question once, and counts calls by itself, so that it needs no database. */
    public static VendorAccess toLook(Installation installation, ServiceTime time, Duration timeout) {
        return new VendorAccess(
                installation,
                time,
                Patience.once(timeout),
                set -> new ProcessCallBudget(
                        set.dataCollection().requestsPerMinute(), set.eodhd().callsPerDay()));
    }

    private VendorAccess(
            Installation installation, ServiceTime time, Patience patience, Function<Settings, CallBudget> budget) {
        this.time = time;
        settings = installation.settings();
        token = token();
        calls = new CallMeter(budget.apply(settings));
        http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        client = new EodhdClient(
                http, rest(patience), new Pacing(time.clock(), time, RandomGenerator.getDefault(), calls));
        skew = new SteadySkew(client, time);
    }

    private ApiToken token() {
        String text = settings.eodhd()
                .apiToken()
                .orElseThrow(() -> problem("eodhd.api_token is missing; set EODHD_API_TOKEN to the vendor's token"))
                .reveal();
        try {
            return ApiToken.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw problem("eodhd.api_token: " + wrong.getMessage());
        }
    }

    private static ConfigurationProblem problem(String message) {
        return new ConfigurationProblem(List.of(message));
    }

    private EodhdSettings rest(Patience patience) {
        try {
            return new EodhdSettings(
                    settings.eodhd().baseUrl(), token, patience.timeout(), LARGEST_BODY, patience.retries());
        } catch (IllegalArgumentException wrong) {
            throw problem(String.valueOf(wrong.getMessage()));
        }
    }

    public CallMeter calls() {
        return calls;
    }

    public VendorHistory history() {
        return new EodhdHistory(client);
    }

    public VendorMarketDay marketDay() {
        return new EodhdMarketDay(client);
    }

    public VendorQuotes quotes() {
        return new EodhdQuotes(client);
    }

    public VendorListings listings() {
        return new EodhdListings(client);
    }

    /** Our clock beside the vendor's, also when ours was set since the last answer. */
    public VendorClock clock() {
        return skew;
    }

    /** A stream that reports to this listener; its owner closes it. */
    public EodhdTradeStream stream(TradeListener listener) {
        StreamRules rules = StreamRules.of(settings.eodhd().websocketSymbols()).byClock(time::during);
        return new EodhdTradeStream(
                http,
                StreamSettings.of(settings.eodhd().websocketUrl(), token, rules),
                RandomGenerator.getDefault(),
                listener);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
