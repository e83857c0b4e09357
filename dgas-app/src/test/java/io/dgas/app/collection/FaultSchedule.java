package io.dgas.app.collection;

import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Session;
import io.dgas.simulator.fault.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Faults of the vendor at random times: those of the stream and of quotes in a session, those of other requests in the nights
 * after it.
 *
 * @param quotesFrom when the rounds of quotes begin: with the session, or some time after
 */
record FaultSchedule(String scenario, Announcement announcement, Instant quotesFrom) {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int FAULTS_OF_THE_SESSION = 4_800;

    private static final List<String> ON_CONNECTIONS = List.of(
            "ws-close",
            "ws-reset",
            "ws-silence",
            "ws-deaf-silence",
            "ws-restart",
            "ws-refused",
            "ws-denied",
            "ws-authorized-late",
            "ws-authorized-never",
            "ws-command-refused",
            "ws-limit-reached",
            "ws-symbol-lost",
            "ws-snapshot");
    private static final List<String> ON_TRADES = List.of(
            "ws-delayed",
            "ws-duplicate",
            "ws-outside-session",
            "ws-seconds",
            "ws-future",
            "ws-condition-int",
            "ws-condition-null",
            "ws-condition-missing",
            "ws-volume-fractional",
            "ws-volume-missing",
            "ws-price-string",
            "ws-price-zero",
            "ws-price-negative",
            "ws-price-missing",
            "ws-status-variant",
            "ws-extra-fields",
            "ws-not-json",
            "ws-binary",
            "ws-array",
            "ws-empty",
            "ws-fragmented",
            "ws-unknown-shape",
            "ws-oversized",
            "ws-burst",
            "ws-spike");
    private static final List<String> ON_REQUESTS = List.of(
            "unauthenticated",
            "quota",
            "quota-as-200",
            "forbidden",
            "forbidden-feed",
            "forbidden-free",
            "span-invalid",
            "span-invalid-both",
            "interval-invalid",
            "not-found",
            "not-found-page",
            "rate-limited",
            "headers-missing",
            "server-error",
            "page-as-200",
            "truncated-json",
            "error-as-200",
            "errors-as-200",
            "csv-as-json",
            "empty",
            "null-rows",
            "null-placeholders",
            "null-volume",
            "null-price",
            "low-near-zero",
            "off-grid",
            "duplicate-row",
            "unsorted",
            "missing-bars",
            "missing-hour",
            "close-print-missing",
            "close-print-odd",
            "revised",
            "warning-row",
            "warning-only",
            "na-fields",
            "numbers-as-strings",
            "whole-numbers",
            "float-noise",
            "slow",
            "dropped",
            "reset",
            "body-cut",
            "gzip-cut");

    /** Each costs as much real time as the vendor is given for an answer. */
    private static final List<String> STALLING = List.of("hanging", "body-stalled");

    /** Slow is not too slow. */
    private static final Map<String, String> PARTICULARS = Map.of("slow", ",\"delayMs\":400");

    /** What lasts a while, with its particulars: of a symbol, or of the account. */
    private static final Map<String, String> STATES = new TreeMap<>(Map.of(
            "delisted", ",\"symbol\":\"MSFT.US\"",
            "renamed", ",\"symbol\":\"MSFT.US\",\"as\":\"MSFX.US\"",
            "limit-lowered", ",\"count\":4",
            "date-skewed", ""));

    private static final List<String> SOCKET_STATES = List.of("ws-one-connection", "ws-slots-held");

    private static final List<String> ON_QUOTES = List.of("stale-timestamp", "ghost-row");

    /** Of what quotes share with other answers. */
    private static final List<String> ALSO_ON_QUOTES = List.of(
            "na-fields",
            "numbers-as-strings",
            "null-placeholders",
            "headers-missing",
            "server-error",
            "page-as-200",
            "truncated-json",
            "empty",
            "dropped");

    /** Each with the list that it is of. */
    private static final Map<String, String> ON_LISTS = new TreeMap<>(Map.of(
            "holidays-empty-object", "exchange-details",
            "holidays-empty-array", "exchange-details",
            "holidays-array", "exchange-details",
            "early-closes-missing", "exchange-details",
            "components-by-ticker", "fundamentals",
            "weights-null", "fundamentals"));

    /** A split that the vendor tells of and adjusts its history for, for good or for a while, and that no price shows. */
    record Announcement(String symbol, double ratio, Instant from, Duration lasting) {

        private static final double[] RATIOS = {2, 3, 1.5, 0.25, 0.1};

        /** Every other time before the first question of the night. */
        static Announcement any(List<String> symbols, Instant night, SplittableRandom random) {
            return new Announcement(
                    symbols.get(random.nextInt(symbols.size())),
                    RATIOS[random.nextInt(RATIOS.length)],
                    night.plusSeconds(random.nextInt(random.nextBoolean() ? 3_600 : 30 * 3_600)),
                    random.nextBoolean()
                            ? Duration.ofDays(1_000)
                            : Duration.ofSeconds(random.nextInt(600, 30 * 3_600)));
        }

        boolean isForGood() {
            return lasting.toDays() >= 1_000;
        }

        Instrument instrument() {
            return new Instrument(symbol.replace(".US", ""));
        }

        boolean of(Instrument other) {
            return instrument().equals(other);
        }

        /** Shares of the old kind that the vendor's count of the new ones, which is whole, can be off by. */
        double rounding() {
            return ratio < 1 ? 0.5 / ratio : 0;
        }

        LocalDate exDate() {
            return from.atZone(NEW_YORK).toLocalDate();
        }

        private String fault() {
            String particulars = ",\"symbol\":\"" + symbol + "\",\"ratio\":" + ratio;
            return FaultSchedule.fault("split-announced", from, lasting.toSeconds(), particulars);
        }
    }

    static FaultSchedule any(Session session, List<String> symbols, SplittableRandom random) {
        Instant night = session.close().plus(Duration.ofHours(15));
        List<String> faults = new ArrayList<>(ofStream(session.open(), random));
        faults.addAll(ofRequests(night, random));
        // after those of requests, so that it spares no question another fault
        Announcement announcement = Announcement.any(symbols, night, random);
        faults.add(announcement.fault());
        Instant quotesFrom = random.nextBoolean()
                ? session.open()
                : session.open().plusSeconds(random.nextInt(FAULTS_OF_THE_SESSION / 2));
        faults.addAll(ofQuotes(quotesFrom, random));
        faults.addAll(ofLists(night, random));
        String scenario =
                "{\"seed\":" + random.nextInt(1, 1_000_000) + ",\"faults\":[" + String.join(",", faults) + "]}";
        return new FaultSchedule(scenario, announcement, quotesFrom);
    }

    /** In the first hour and a half. */
    private static List<String> ofStream(Instant open, SplittableRandom random) {
        List<String> faults = new ArrayList<>();
        for (int fault = 0; fault < 4; fault++) {
            Instant from = open.plusSeconds(random.nextInt(60, FAULTS_OF_THE_SESSION));
            faults.add(fault(pick(ON_CONNECTIONS, random), from, 600, ",\"times\":" + random.nextInt(1, 3)));
        }
        for (int fault = 0; fault < 6; fault++) {
            Instant from = open.plusSeconds(random.nextInt(60, FAULTS_OF_THE_SESSION));
            faults.add(fault(pick(ON_TRADES, random), from, 600, ",\"probability\":0.05"));
        }
        Instant from = open.plusSeconds(random.nextInt(60, FAULTS_OF_THE_SESSION));
        faults.add(fault(pick(SOCKET_STATES, random), from, 600, ""));
        return faults;
    }

    /** In the first hours of the sweep. */
    private static List<String> ofRequests(Instant night, SplittableRandom random) {
        List<String> faults = new ArrayList<>();
        for (int fault = 0; fault < 6; fault++) {
            String kind = pick(ON_REQUESTS, random);
            faults.add(ofRequests(kind, night, random.nextInt(1, 6)));
        }
        Instant later = night.plusSeconds(random.nextInt(10 * 3_600));
        faults.add(ofRequests(pick(STALLING, random), later, random.nextInt(1, 3)));
        String state = pick(List.copyOf(STATES.keySet()), random);
        faults.add(fault(state, night, 12 * 3_600, STATES.getOrDefault(state, "")));
        return faults;
    }

    /** Every other time from the first round on. */
    private static List<String> ofQuotes(Instant first, SplittableRandom random) {
        List<String> faults = new ArrayList<>();
        for (List<String> kinds : List.of(ON_QUOTES, ALSO_ON_QUOTES)) {
            Instant from = first.plusSeconds(random.nextBoolean() ? -60 : random.nextInt(FAULTS_OF_THE_SESSION / 2));
            String often = ",\"endpoint\":\"real-time\",\"times\":" + random.nextInt(1, 4);
            faults.add(fault(pick(kinds, random), from, 1_200, often));
        }
        return faults;
    }

    private static List<String> ofLists(Instant night, SplittableRandom random) {
        List<String> faults = new ArrayList<>();
        for (int fault = 0; fault < 2; fault++) {
            String kind = pick(List.copyOf(ON_LISTS.keySet()), random);
            Instant from = night.plusSeconds(random.nextInt(8 * 3_600));
            faults.add(fault(kind, from, 6 * 3_600, ",\"endpoint\":\"" + ON_LISTS.get(kind) + "\""));
        }
        return faults;
    }

    private static String ofRequests(String kind, Instant from, int times) {
        return fault(kind, from, 12 * 3_600, ",\"times\":" + times + PARTICULARS.getOrDefault(kind, ""));
    }

    private static String fault(String kind, Instant from, long seconds, String often) {
        return "{\"kind\":\"" + kind + "\",\"from\":\"" + from + "\",\"until\":\"" + from.plusSeconds(seconds) + "\""
                + often + "}";
    }

    private static String pick(List<String> kinds, SplittableRandom random) {
        return kinds.get(random.nextInt(kinds.size()));
    }

    /** The simulator's kinds that no schedule can hold. */
    static Set<String> forgotten() {
        Set<String> forgotten = new HashSet<>();
        for (FaultKind kind : FaultKind.values()) {
            forgotten.add(kind.wireName());
        }
        List.of(ON_CONNECTIONS, ON_TRADES, ON_REQUESTS, ON_QUOTES, STALLING, SOCKET_STATES)
                .forEach(forgotten::removeAll);
        forgotten.removeAll(STATES.keySet());
        forgotten.removeAll(ON_LISTS.keySet());
        forgotten.remove("split-announced");
        return forgotten;
    }
}
