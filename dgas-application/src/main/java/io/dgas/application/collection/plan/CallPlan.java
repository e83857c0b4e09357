package io.dgas.application.collection.plan;

import io.dgas.domain.market.Instrument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a day of collecting costs, which symbols come from where, and what of it cannot work. Computed from the universe, the
 * vendor's plan and the settings alone; live trades cost no calls.
 *
 * @param onSocket symbols with live trades, by priority
 * @param onQuotes the others, by priority
 * @param calls of a day, by purpose, at the rhythm of quotes that is set; all purposes are there
 * @param requests that are needed
 * @param fastestRhythm of quotes that the plan allows for; empty when it allows for none
 * @param history what new symbols cost once
 * @param refusals what cannot work; empty when everything does
 */
public record CallPlan(
        List<Instrument> onSocket,
        List<Instrument> onQuotes,
        Map<Purpose, Long> calls,
        long callsPerDay,
        Requests requests,
        Optional<Duration> fastestRhythm,
        HistoryWork history,
        List<Refusal> refusals) {

    public CallPlan {
        onSocket = List.copyOf(onSocket);
        onQuotes = List.copyOf(onQuotes);
        calls = Collections.unmodifiableMap(new EnumMap<>(calls));
        refusals = List.copyOf(refusals);
    }

    /**
     * Requests a minute, rounded up.
     *
     * @param inMarketHours for the rounds of quotes
     * @param overnight to finish the sweeps before the next open
     * @param allowed by the plan and by the settings
     */
    public record Requests(long inMarketHours, long overnight, long allowed) {}

    /** Calls of a day. */
    public long total() {
        return total(calls);
    }

    /** Whether everything can work. */
    public boolean fits() {
        return refusals.isEmpty();
    }

    /** Plans a day with a session; one without costs less. */
    public static CallPlan of(PlannedUniverse universe, PlanLimits plan, PlanSettings settings) {
        int live = Math.min(universe.size(), Math.min(settings.socketSymbols(), plan.socketSymbols()));
        int onSocket = plan.includes(PlanLimits.Feed.LIVE_TRADES) ? live : 0;
        QuoteRounds quotes = new QuoteRounds(universe.size() - onSocket);
        Night night = Night.of(settings.sweep());
        NightlyWork work = new NightlyWork(universe.size(), night.retries());
        long allowed = Math.min(plan.requestsPerMinute(), settings.requestsPerMinute());
        Map<Purpose, Long> calls = work.calls();
        calls.put(Purpose.QUOTES, quotes.calls() * quotes.aDay(settings.quoteRhythm()));
        HistoryWork.Spare spare = new HistoryWork.Spare(plan.callsPerDay() - total(calls), allowed);
        CallPlan unjudged = new CallPlan(
                universe.byPriority().subList(0, onSocket),
                universe.byPriority().subList(onSocket, universe.size()),
                calls,
                plan.callsPerDay(),
                new Requests(
                        quotes.requestsPerMinute(settings.quoteRhythm()),
                        Math.ceilDiv(work.requests(), night.minutes()),
                        allowed),
                quotes.fastest(plan.callsPerDay() - work.total(), allowed),
                HistoryWork.of(universe, settings.historyDays(), spare),
                List.of());
        return unjudged.judged(new Judgement(plan, settings, work, night));
    }

    private static long total(Map<Purpose, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What a plan is judged by. */
    private record Judgement(PlanLimits plan, PlanSettings settings, NightlyWork work, Night night) {}

    private CallPlan judged(Judgement by) {
        List<Refusal> found = new ArrayList<>();
        if (by.settings().socketSymbols() > by.plan().socketSymbols()) {
            found.add(new Refusal.TooManyOnSocket(
                    by.settings().socketSymbols(), by.plan().socketSymbols()));
        }
        missingFeeds(by).forEach(feed -> found.add(new Refusal.MissingFeed(feed)));
        tooManyCalls(by).ifPresent(found::add);
        if (requests.overnight() > requests.allowed()) {
            found.add(new Refusal.NightTooShort(by.work().requests(), by.night().minutes(), requests.allowed()));
        }
        if (found.isEmpty() && history.days().isEmpty()) {
            found.add(new Refusal.NoCallsForHistory(history.calls(), callsPerDay));
        }
        return new CallPlan(onSocket, onQuotes, calls, callsPerDay, requests, fastestRhythm, history, found);
    }

    private static List<PlanLimits.Feed> missingFeeds(Judgement by) {
        List<PlanLimits.Feed> missing = new ArrayList<>();
        if (!by.plan().includes(PlanLimits.Feed.INTRADAY)) {
            missing.add(PlanLimits.Feed.INTRADAY);
        }
        if (by.settings().socketSymbols() > 0 && !by.plan().includes(PlanLimits.Feed.LIVE_TRADES)) {
            missing.add(PlanLimits.Feed.LIVE_TRADES);
        }
        return missing;
    }

    private Optional<Refusal> tooManyCalls(Judgement by) {
        long left = callsPerDay - by.work().total();
        if (left < 0) {
            return Optional.of(new Refusal.TooManyCalls(
                    by.work().total(),
                    callsPerDay,
                    by.work().symbols(),
                    by.work().within(callsPerDay).symbols()));
        }
        Duration rhythm = by.settings().quoteRhythm();
        boolean works = onQuotes.isEmpty()
                || fastestRhythm
                        .filter(fastest -> fastest.compareTo(rhythm) <= 0)
                        .isPresent();
        return works
                ? Optional.empty()
                : Optional.of(
                        new Refusal.QuotesTooFast(rhythm, calls.getOrDefault(Purpose.QUOTES, 0L), left, fastestRhythm));
    }
}
